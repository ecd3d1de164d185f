/**
 * The life of a person's key: destroyed by two people, for a reason; and who read personal data.
 */
@NullMarked
package org.aidledger.core.subject;

import org.jspecify.annotations.NullMarked;
