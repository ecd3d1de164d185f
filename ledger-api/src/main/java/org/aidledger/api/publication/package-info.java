/**
 * The public page of a fund: who may switch it on, what it tells, and what it keeps back so that no
 * figure points at one person.
 */
@NullMarked
package org.aidledger.api.publication;

import org.jspecify.annotations.NullMarked;
