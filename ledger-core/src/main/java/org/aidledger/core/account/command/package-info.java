/** Orders about accounts. */
@NullMarked
package org.aidledger.core.account.command;

import org.jspecify.annotations.NullMarked;
