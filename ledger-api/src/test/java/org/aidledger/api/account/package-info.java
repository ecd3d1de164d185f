/** Tests of keeping accounts. */
@NullMarked
package org.aidledger.api.account;

import org.jspecify.annotations.NullMarked;
