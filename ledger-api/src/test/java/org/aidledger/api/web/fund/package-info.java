/** Questions about the past of a fund, as people type them. */
@NullMarked
package org.aidledger.api.web.fund;

import org.jspecify.annotations.NullMarked;
