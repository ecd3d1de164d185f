/** Subcommands of the program that are not the server. */
@NullMarked
package org.aidledger.api.command;

import org.jspecify.annotations.NullMarked;
