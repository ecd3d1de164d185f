/** Tests of how audit packages are made. */
@NullMarked
package org.aidledger.api.auditpackage;

import org.jspecify.annotations.NullMarked;
