/** Closing statements 结账报表: what a closed period comes to, the same bytes for ever. */
@NullMarked
package org.aidledger.api.statement;

import org.jspecify.annotations.NullMarked;
