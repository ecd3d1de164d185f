/** Several nodes on one book: real processes, driven through REST. */
@NullMarked
package org.aidledger.api.nodes;

import org.jspecify.annotations.NullMarked;
