/** Tests of the pages. */
@NullMarked
package org.aidledger.api.web;

import org.jspecify.annotations.NullMarked;
