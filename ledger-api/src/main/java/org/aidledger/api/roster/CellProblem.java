package org.aidledger.api.roster;

import org.aidledger.api.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one cell of a line.
 *
 * @param cell its name in the file, such as {@code E12}; null if the file has no column for the
 *     field
 * @param field what should stand there
 * @param problem its field is the column's title or, without one, the field's name
 */
public record CellProblem(@Nullable String cell, RosterField field, Problem problem) {}
