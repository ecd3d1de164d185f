/** Tests of what is delivered around the application: its launcher and its container files. */
@NullMarked
package org.aidledger.api.delivery;

import org.jspecify.annotations.NullMarked;
