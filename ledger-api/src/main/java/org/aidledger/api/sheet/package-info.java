/**
 * Reads workbooks and separated texts as streams of rows, whatever program wrote them, and fails
 * safely on attacks.
 */
@NullMarked
package org.aidledger.api.sheet;

import org.jspecify.annotations.NullMarked;
