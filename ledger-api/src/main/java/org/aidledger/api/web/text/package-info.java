/** Words, amounts and times as people read them. */
@NullMarked
package org.aidledger.api.web.text;

import org.jspecify.annotations.NullMarked;
