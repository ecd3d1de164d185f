/** Orders about donations. */
@NullMarked
package org.aidledger.core.donation.command;

import org.jspecify.annotations.NullMarked;
