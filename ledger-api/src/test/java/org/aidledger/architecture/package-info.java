/** Boundaries between the modules, as tests. */
@NullMarked
package org.aidledger.architecture;

import org.jspecify.annotations.NullMarked;
