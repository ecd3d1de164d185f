/** Findings of auditors over REST, and the desk that pages share with it. */
@NullMarked
package org.aidledger.api.finding;

import org.jspecify.annotations.NullMarked;
