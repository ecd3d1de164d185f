/** Orders to keep refused commands. */
@NullMarked
package org.aidledger.core.refusal.command;

import org.jspecify.annotations.NullMarked;
