/** Facts on an account's own stream. */
@NullMarked
package org.aidledger.core.account.event;

import org.jspecify.annotations.NullMarked;
