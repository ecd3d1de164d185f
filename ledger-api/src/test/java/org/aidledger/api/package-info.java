/** How the application is started. */
@NullMarked
package org.aidledger.api;

import org.jspecify.annotations.NullMarked;
