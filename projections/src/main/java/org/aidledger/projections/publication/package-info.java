/** What may be told of a fund to everybody: how many people stand behind its figures. */
@NullMarked
package org.aidledger.projections.publication;

import org.jspecify.annotations.NullMarked;
