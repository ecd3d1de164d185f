/** Sample funds and donations for newcomers. */
@NullMarked
package org.aidledger.api.demo;

import org.jspecify.annotations.NullMarked;
