/** What the domain must not know or do. */
@NullMarked
package org.aidledger.core.architecture;

import org.jspecify.annotations.NullMarked;
