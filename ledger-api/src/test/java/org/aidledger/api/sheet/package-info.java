/** What sheets are read to, and what attacks on them come to. */
@NullMarked
package org.aidledger.api.sheet;

import org.jspecify.annotations.NullMarked;
