/** Accounts and the roles that they hold; their secrets are kept elsewhere. */
@NullMarked
package org.aidledger.core.account;

import org.jspecify.annotations.NullMarked;
