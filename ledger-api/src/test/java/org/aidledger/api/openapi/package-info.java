/** Tests of the API document. */
@NullMarked
package org.aidledger.api.openapi;

import org.jspecify.annotations.NullMarked;
