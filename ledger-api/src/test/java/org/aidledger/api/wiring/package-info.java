/** How the parts of the application are put together. */
@NullMarked
package org.aidledger.api.wiring;

import org.jspecify.annotations.NullMarked;
