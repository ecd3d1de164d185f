/** The pages: layout, language, sign-in, errors, and what the pages ask of the rest. */
@NullMarked
package org.aidledger.api.web;

import org.jspecify.annotations.NullMarked;
