/** Reads findings of auditors. */
@NullMarked
package org.aidledger.projections.finding;

import org.jspecify.annotations.NullMarked;
