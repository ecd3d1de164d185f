/** Opening balance, other income, other expense and transfers between funds. */
@NullMarked
package org.aidledger.core.entry;

import org.jspecify.annotations.NullMarked;
