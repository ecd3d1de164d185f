/**
 * The pages of imports: choosing a file, looking at what would become of it, posting, following.
 */
@NullMarked
package org.aidledger.api.web.imports;

import org.jspecify.annotations.NullMarked;
