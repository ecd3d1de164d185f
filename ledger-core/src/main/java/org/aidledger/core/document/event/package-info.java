/** Facts about source documents. */
@NullMarked
package org.aidledger.core.document.event;

import org.jspecify.annotations.NullMarked;
