/** Tests of the answers that say what went wrong. */
@NullMarked
package org.aidledger.api.problem;

import org.jspecify.annotations.NullMarked;
