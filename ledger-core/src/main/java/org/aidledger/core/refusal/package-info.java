/**
 * The rules' stable codes, the refusal that carries one, and the event that keeps it for the
 * auditors.
 */
@NullMarked
package org.aidledger.core.refusal;

import org.jspecify.annotations.NullMarked;
