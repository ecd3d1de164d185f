package org.aidledger.api.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * An order that was carried out.
 *
 * @param result what the domain answered, null for orders without an answer
 * @param firstPosition of the first event that it wrote, or -1 if it wrote none
 * @param position up to which a reader must have read to see it: the last event that it wrote, or
 *     the head of the book if it wrote none
 */
public record Executed<R extends @Nullable Object>(R result, long firstPosition, long position) {}
