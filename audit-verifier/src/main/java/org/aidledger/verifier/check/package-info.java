/**
 * The rules that a book must keep, each a class of its own, written from docs/events and apart from
 * the server. A rule about events is one more class in the list of {@link
 * org.aidledger.verifier.check.Checks}; a new type of event is one more name in {@link
 * org.aidledger.verifier.event.EventTypes}. The rule that nothing is entered into a closed period
 * belongs there too, as soon as the book has events that close one.
 */
@NullMarked
package org.aidledger.verifier.check;

import org.jspecify.annotations.NullMarked;
