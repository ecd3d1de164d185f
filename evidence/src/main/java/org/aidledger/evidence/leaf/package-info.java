/** What exactly is hashed of a stored event. */
@NullMarked
package org.aidledger.evidence.leaf;

import org.jspecify.annotations.NullMarked;
