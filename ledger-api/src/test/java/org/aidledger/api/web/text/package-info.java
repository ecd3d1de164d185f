/** Tests of words, amounts and times. */
@NullMarked
package org.aidledger.api.web.text;

import org.jspecify.annotations.NullMarked;
