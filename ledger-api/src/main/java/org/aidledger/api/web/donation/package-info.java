/**
 * The pages of one donation: what it is, its confirmation on paper, correcting and reversing it.
 */
@NullMarked
package org.aidledger.api.web.donation;

import org.jspecify.annotations.NullMarked;
