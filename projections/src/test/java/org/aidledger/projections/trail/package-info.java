/** Tests of the audit trail. */
@NullMarked
package org.aidledger.projections.trail;

import org.jspecify.annotations.NullMarked;
