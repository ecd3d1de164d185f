/** Monetary-unit samples 货币单位抽样 that anybody can draw again. */
@NullMarked
package org.aidledger.projections.sample;

import org.jspecify.annotations.NullMarked;
