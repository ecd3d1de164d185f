/** Tests of the trail in words. */
@NullMarked
package org.aidledger.api.web.trail;

import org.jspecify.annotations.NullMarked;
