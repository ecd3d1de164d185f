/** Orders about findings of auditors. */
@NullMarked
package org.aidledger.core.finding.command;

import org.jspecify.annotations.NullMarked;
