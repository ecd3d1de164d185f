/** Facts about refused commands. */
@NullMarked
package org.aidledger.core.refusal.event;

import org.jspecify.annotations.NullMarked;
