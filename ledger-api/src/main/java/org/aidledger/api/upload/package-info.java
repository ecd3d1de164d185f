/** Files that people send: read as they arrive, bounded, and never laid down in clear. */
@NullMarked
package org.aidledger.api.upload;

import org.jspecify.annotations.NullMarked;
