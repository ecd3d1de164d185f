/**
 * Identifiers derived from what they name, so that the same thing recorded twice has the same
 * identity.
 */
@NullMarked
package org.aidledger.core.identity;

import org.jspecify.annotations.NullMarked;
