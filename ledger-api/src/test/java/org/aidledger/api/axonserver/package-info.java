/** What goes over the network between nodes on Axon Server. */
@NullMarked
package org.aidledger.api.axonserver;

import org.jspecify.annotations.NullMarked;
