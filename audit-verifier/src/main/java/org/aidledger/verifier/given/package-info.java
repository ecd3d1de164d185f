/** What the auditor holds: keys and checkpoints in files of their own. */
@NullMarked
package org.aidledger.verifier.given;

import org.jspecify.annotations.NullMarked;
