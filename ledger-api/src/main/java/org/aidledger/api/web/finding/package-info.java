/** Pages of findings: a list, one finding, and the form that raises one. */
@NullMarked
package org.aidledger.api.web.finding;

import org.jspecify.annotations.NullMarked;
