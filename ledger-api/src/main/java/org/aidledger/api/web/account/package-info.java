/** Pages about accounts and keys: the administrator's, and everybody's own. */
@NullMarked
package org.aidledger.api.web.account;

import org.jspecify.annotations.NullMarked;
