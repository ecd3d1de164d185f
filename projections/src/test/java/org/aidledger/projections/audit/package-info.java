/** Tests of auditors' questions. */
@NullMarked
package org.aidledger.projections.audit;

import org.jspecify.annotations.NullMarked;
