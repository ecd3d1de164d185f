/** Rebuilds all read models from event zero, names every difference, and can put things right. */
@NullMarked
package org.aidledger.projections.replay;

import org.jspecify.annotations.NullMarked;
