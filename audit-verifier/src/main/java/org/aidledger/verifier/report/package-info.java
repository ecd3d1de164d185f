/** What was found, in words and for machines. */
@NullMarked
package org.aidledger.verifier.report;

import org.jspecify.annotations.NullMarked;
