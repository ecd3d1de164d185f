/** Source documents 原始凭证 and the entries that they prove. */
@NullMarked
package org.aidledger.core.document;

import org.jspecify.annotations.NullMarked;
