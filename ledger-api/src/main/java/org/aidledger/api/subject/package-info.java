/** REST for people's keys: finding a person, destroying the key with a second person's consent. */
@NullMarked
package org.aidledger.api.subject;

import org.jspecify.annotations.NullMarked;
