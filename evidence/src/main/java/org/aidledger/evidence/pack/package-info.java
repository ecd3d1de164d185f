/** The file form of an audit package: a zip in which every byte is accounted for. */
@NullMarked
package org.aidledger.evidence.pack;

import org.jspecify.annotations.NullMarked;
