/** Pages for everybody: funds that are public, and the switch that makes them so. */
@NullMarked
package org.aidledger.api.web.published;

import org.jspecify.annotations.NullMarked;
