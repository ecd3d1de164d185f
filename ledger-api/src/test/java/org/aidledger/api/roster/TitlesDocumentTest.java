package org.aidledger.api.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document lists the titles that are recognised, and no title means two things. */
class TitlesDocumentTest {

  @Test
  void theDocumentIsInStep() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "operations", "import.md"));

    assertThat(document).contains("<!-- titles -->\n" + listed() + "<!-- /titles -->");
  }

  @Test
  void aTitleMeansOneFieldOfAKind() {
    for (RosterKind kind : RosterKind.values()) {
      Set<String> seen = new HashSet<>();
      for (RosterField field : kind.fields()) {
        // 职工姓名 is the payee of one file and the relative in another.
        if (kind == RosterKind.PAYOUTS && field == RosterField.RELATIVE) {
          continue;
        }
        for (List<String> rank : Synonyms.titles(kind, field)) {
          for (String title : rank) {
            assertThat(seen.add(Titles.normal(title))).as(kind + " " + title).isTrue();
          }
        }
      }
    }
  }

  private static String listed() {
    StringBuilder text = new StringBuilder();
    for (RosterKind kind : RosterKind.values()) {
      text.append("### ").append(kind).append("\n\n| field | titles |\n|---|---|\n");
      for (RosterField field : kind.fields()) {
        String titles =
            Synonyms.titles(kind, field).stream()
                .map(rank -> String.join("、", rank))
                .collect(Collectors.joining(" → "));
        text.append("| `").append(field.key()).append("` | ").append(titles).append(" |\n");
      }
      text.append("\n");
    }
    return text.toString();
  }
}
