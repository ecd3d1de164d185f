/** Income and spending by month: the picture, its table and its sentence. */
@NullMarked
package org.aidledger.api.web.months;

import org.jspecify.annotations.NullMarked;
