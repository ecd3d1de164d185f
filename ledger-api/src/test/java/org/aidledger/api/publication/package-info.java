/** What is told of a fund to everybody, and what is kept back. */
@NullMarked
package org.aidledger.api.publication;

import org.jspecify.annotations.NullMarked;
