/**
 * Who may come in and what they may do there: passwords, tokens, sessions, roles, and the limits
 * that keep guessing slow. Secrets live in the schema {@code security} and never enter the book.
 */
@NullMarked
package org.aidledger.api.security;

import org.jspecify.annotations.NullMarked;
