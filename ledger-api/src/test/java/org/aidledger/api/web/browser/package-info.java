/** A real browser for tests, and the check that pages can be used by everyone. */
@NullMarked
package org.aidledger.api.web.browser;

import org.jspecify.annotations.NullMarked;
