/**
 * Keeping accounts: the first ones of a new book, then opening, roles, passwords, tokens and the
 * end of an account. Secrets go to the schema {@code security}, facts to the book.
 */
@NullMarked
package org.aidledger.api.account;

import org.jspecify.annotations.NullMarked;
