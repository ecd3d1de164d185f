/** Orders about a person's key and about readings of personal data. */
@NullMarked
package org.aidledger.core.subject.command;

import org.jspecify.annotations.NullMarked;
