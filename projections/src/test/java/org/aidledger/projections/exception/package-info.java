/** Tests of the rules for exceptions. */
@NullMarked
package org.aidledger.projections.exception;

import org.jspecify.annotations.NullMarked;
