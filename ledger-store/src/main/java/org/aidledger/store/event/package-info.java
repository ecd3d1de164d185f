/**
 * The durable book of events on PostgreSQL: appended through one lane, read by position or by
 * stream.
 */
@NullMarked
package org.aidledger.store.event;

import org.jspecify.annotations.NullMarked;
