/** Questions about accounts, their roles and their API tokens. */
@NullMarked
package org.aidledger.projections.account;

import org.jspecify.annotations.NullMarked;
