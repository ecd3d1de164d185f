/** Findings of auditors 审计发现问题: raised, answered, closed. */
@NullMarked
package org.aidledger.core.finding;

import org.jspecify.annotations.NullMarked;
