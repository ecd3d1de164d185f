/** Orders about source documents. */
@NullMarked
package org.aidledger.core.document.command;

import org.jspecify.annotations.NullMarked;
