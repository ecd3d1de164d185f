/** Forms as they arrive, and how they are carried out once. */
@NullMarked
package org.aidledger.api.web.form;

import org.jspecify.annotations.NullMarked;
