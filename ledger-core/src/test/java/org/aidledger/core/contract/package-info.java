/** Events as contracts: how they are stored, for ever, and what their schemas promise. */
@NullMarked
package org.aidledger.core.contract;

import org.jspecify.annotations.NullMarked;
