/** Facts about keys and readings of personal data. */
@NullMarked
package org.aidledger.core.subject.event;

import org.jspecify.annotations.NullMarked;
