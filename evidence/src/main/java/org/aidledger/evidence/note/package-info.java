/** Signed checkpoints and the countersignatures of witnesses, in the text forms of C2SP. */
@NullMarked
package org.aidledger.evidence.note;

import org.jspecify.annotations.NullMarked;
