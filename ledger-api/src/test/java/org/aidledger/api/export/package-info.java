/** Lists as files: exact, harmless, and of any length. */
@NullMarked
package org.aidledger.api.export;

import org.jspecify.annotations.NullMarked;
