/** Tests of questions about accounts. */
@NullMarked
package org.aidledger.projections.account;

import org.jspecify.annotations.NullMarked;
