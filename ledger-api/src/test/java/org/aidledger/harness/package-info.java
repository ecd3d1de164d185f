/** The web side of the application with an in-memory book behind it, for tests of the web side. */
@NullMarked
package org.aidledger.harness;

import org.jspecify.annotations.NullMarked;
