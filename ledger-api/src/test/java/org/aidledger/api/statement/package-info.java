/** Tests of the form of closing statements. */
@NullMarked
package org.aidledger.api.statement;

import org.jspecify.annotations.NullMarked;
