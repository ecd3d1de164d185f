/** Source documents on the pages of what they prove. */
@NullMarked
package org.aidledger.api.web.document;

import org.jspecify.annotations.NullMarked;
