/** The donation desk: one page on which donations are typed in, one after the other. */
@NullMarked
package org.aidledger.api.web.desk;

import org.jspecify.annotations.NullMarked;
