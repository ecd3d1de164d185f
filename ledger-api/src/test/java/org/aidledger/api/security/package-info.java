/** Tests of who may come in. */
@NullMarked
package org.aidledger.api.security;

import org.jspecify.annotations.NullMarked;
