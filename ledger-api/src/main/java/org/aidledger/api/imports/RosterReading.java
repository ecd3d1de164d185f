package org.aidledger.api.imports;

import java.util.Optional;
import org.aidledger.api.roster.Mapping;
import org.aidledger.api.roster.Proposal;
import org.aidledger.api.roster.RosterLines;
import org.aidledger.api.roster.RosterSettings;
import org.aidledger.api.roster.Rosters;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file with the mapping by which its lines are read.
 *
 * @param chosen JSON of the mapping that a person chose for it or for one of its shape before
 * @param chosenBy who chose the mapping that is remembered for its shape, absent if it is not used
 */
record RosterReading(
    RosterFile file,
    Proposal proposal,
    Layout layout,
    @Nullable String chosen,
    @Nullable String chosenBy,
    RosterSettings settings) {

  /** The lines from the first on; the caller closes them. */
  RosterLines open() {
    return Rosters.open(file, mapping(), settings);
  }

  /** What must be put right before any line can be read. */
  Optional<LineProblem> obstacle() {
    return proposal.problems().stream()
        .findFirst()
        .map(p -> new LineProblem(null, p.code(), p.field(), p.facts()));
  }

  private Mapping mapping() {
    return proposal.mapping();
  }
}
