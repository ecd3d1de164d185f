/** Closing and reopening of periods 结账、反结账: one order locks all funds of an organisation. */
@NullMarked
package org.aidledger.core.closing;

import org.jspecify.annotations.NullMarked;
