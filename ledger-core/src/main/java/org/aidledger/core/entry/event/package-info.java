/** Facts on the stream of one entry or transfer. */
@NullMarked
package org.aidledger.core.entry.event;

import org.jspecify.annotations.NullMarked;
