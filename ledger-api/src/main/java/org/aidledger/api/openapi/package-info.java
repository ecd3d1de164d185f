/** The API document at /v3/api-docs, made from the controllers. */
@NullMarked
package org.aidledger.api.openapi;

import org.jspecify.annotations.NullMarked;
