/** Facts on the stream of an organisation's calendar of periods. */
@NullMarked
package org.aidledger.core.period.event;

import org.jspecify.annotations.NullMarked;
