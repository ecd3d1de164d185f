/** The desk for donations: seals what is personal, shares appends, answers repetitions. */
@NullMarked
package org.aidledger.api.donation;

import org.jspecify.annotations.NullMarked;
