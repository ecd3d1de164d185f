package org.aidledger.api.roster;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.sheet.SheetFormat;
import org.aidledger.api.sheet.SheetRow;

/**
 * How a file would be read, for a person to look at.
 *
 * @param mapping as it was found, then as it was chosen
 * @param fingerprint of the file's titles, by which the next file of the same shape is known: 64
 *     hexadecimal digits
 * @param titleLines the lines above the header
 * @param firstLines the first lines below it
 * @param ambiguous fields that several columns fit equally, with those columns counted from 0; the
 *     mapping has none of them
 * @param missing fields without which no line can be read
 * @param problems all that must be put right before the file can be read, in words of the API
 */
public record Proposal(
    SheetFormat format,
    Mapping mapping,
    String fingerprint,
    List<SheetRow> titleLines,
    List<SheetRow> firstLines,
    Map<RosterField, List<Integer>> ambiguous,
    Set<RosterField> missing,
    List<Problem> problems) {

  public Proposal {
    titleLines = List.copyOf(titleLines);
    firstLines = List.copyOf(firstLines);
    ambiguous = Map.copyOf(ambiguous);
    missing = Set.copyOf(missing);
    problems = List.copyOf(problems);
  }

  /** Whether the file can be read as it is proposed. */
  public boolean ready() {
    return problems.isEmpty();
  }
}
