/** Tests of the verifier against books that are made up here, honest and otherwise. */
@NullMarked
package org.aidledger.verifier;

import org.jspecify.annotations.NullMarked;
