/** Audit packages: one file with the events of the book, their proofs and its balances. */
@NullMarked
package org.aidledger.api.auditpackage;

import org.jspecify.annotations.NullMarked;
