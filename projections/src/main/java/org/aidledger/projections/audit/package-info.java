/**
 * Questions that auditors ask beside the money: refusals, readings, destroyed keys, control totals.
 */
@NullMarked
package org.aidledger.projections.audit;

import org.jspecify.annotations.NullMarked;
