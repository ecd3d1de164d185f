/** Orders given to a fund. */
@NullMarked
package org.aidledger.core.fund.command;

import org.jspecify.annotations.NullMarked;
