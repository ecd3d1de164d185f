/** Tests of reading what clients send. */
@NullMarked
package org.aidledger.api.json;

import org.jspecify.annotations.NullMarked;
