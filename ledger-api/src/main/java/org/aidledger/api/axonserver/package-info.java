/** The book on Axon Server: orders go to any node, events lie outside PostgreSQL. */
@NullMarked
package org.aidledger.api.axonserver;

import org.jspecify.annotations.NullMarked;
