/** Tests of samples. */
@NullMarked
package org.aidledger.projections.sample;

import org.jspecify.annotations.NullMarked;
