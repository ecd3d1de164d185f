/** The one way by which orders reach the domain, and the positions at which their facts stand. */
@NullMarked
package org.aidledger.api.dispatch;

import org.jspecify.annotations.NullMarked;
