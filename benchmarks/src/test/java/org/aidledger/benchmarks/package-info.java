/** Tests of the measuring itself; no scenario is run here. */
@NullMarked
package org.aidledger.benchmarks;

import org.jspecify.annotations.NullMarked;
