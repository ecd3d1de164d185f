/** Beginning new streams, and what is known of those that began before. */
@NullMarked
package org.aidledger.core.stream;

import org.jspecify.annotations.NullMarked;
