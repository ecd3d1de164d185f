/** Pages that open, change, freeze and close funds. */
@NullMarked
package org.aidledger.api.web.terms;

import org.jspecify.annotations.NullMarked;
