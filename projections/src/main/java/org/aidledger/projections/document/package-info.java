/** Source documents as they are looked up. */
@NullMarked
package org.aidledger.projections.document;

import org.jspecify.annotations.NullMarked;
