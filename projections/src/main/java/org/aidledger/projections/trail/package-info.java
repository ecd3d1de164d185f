/** Questions about the audit trail: every event of a fund in order. */
@NullMarked
package org.aidledger.projections.trail;

import org.jspecify.annotations.NullMarked;
