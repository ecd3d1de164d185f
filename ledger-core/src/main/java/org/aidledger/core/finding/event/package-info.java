/** Facts about findings of auditors. */
@NullMarked
package org.aidledger.core.finding.event;

import org.jspecify.annotations.NullMarked;
