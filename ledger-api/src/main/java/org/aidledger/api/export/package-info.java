/** Lists as files: one way to write typed rows as CSV or as a workbook, however many there are. */
@NullMarked
package org.aidledger.api.export;

import org.jspecify.annotations.NullMarked;
