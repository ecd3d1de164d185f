/** Pages of the evidence: printable receipts, audit packages, how far the book is sealed. */
@NullMarked
package org.aidledger.api.web.evidence;

import org.jspecify.annotations.NullMarked;
