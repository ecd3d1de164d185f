/** Orders for entries that are neither donations nor payouts. */
@NullMarked
package org.aidledger.core.entry.command;

import org.jspecify.annotations.NullMarked;
