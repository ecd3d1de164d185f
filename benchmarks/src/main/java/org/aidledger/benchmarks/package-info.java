/** Measures the whole application beside the limits of its database, in the same run. */
@NullMarked
package org.aidledger.benchmarks;

import org.jspecify.annotations.NullMarked;
