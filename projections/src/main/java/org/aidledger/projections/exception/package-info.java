/**
 * Exceptions 异常清单: what auditors look at first. Each rule is one class and one question to the read
 * models; people are compared by keyed digests alone.
 */
@NullMarked
package org.aidledger.projections.exception;

import org.jspecify.annotations.NullMarked;
