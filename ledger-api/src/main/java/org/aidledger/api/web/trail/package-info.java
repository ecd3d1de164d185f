/** The audit trail as people read it: lines in words, and the filters above them. */
@NullMarked
package org.aidledger.api.web.trail;

import org.jspecify.annotations.NullMarked;
