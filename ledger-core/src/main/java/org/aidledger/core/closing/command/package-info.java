/** Orders about accounting periods. */
@NullMarked
package org.aidledger.core.closing.command;

import org.jspecify.annotations.NullMarked;
