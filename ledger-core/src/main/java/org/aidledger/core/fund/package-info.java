/** The fund: its terms, what it may spend, and the control total of every movement of its money. */
@NullMarked
package org.aidledger.core.fund;

import org.jspecify.annotations.NullMarked;
