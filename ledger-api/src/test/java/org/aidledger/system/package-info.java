/** The whole application as a process of its own, driven from outside as its users drive it. */
@NullMarked
package org.aidledger.system;

import org.jspecify.annotations.NullMarked;
