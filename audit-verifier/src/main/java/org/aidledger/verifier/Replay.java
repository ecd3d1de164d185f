package org.aidledger.verifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.verifier.check.Checks;
import org.aidledger.verifier.event.Line;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;

/** Takes the lines of a package: builds the tree, compares roots, and hands events to the rules. */
final class Replay {

  private final Manifest manifest;
  private final Checks checks;
  private final Map<Long, List<PackageVerification.Expected>> expected;
  private final Findings findings;
  private final GrowingRoot tree = new GrowingRoot();
  private boolean sound = true;
  private long shown;
  private long hidden;

  Replay(
      Manifest manifest,
      Checks checks,
      Map<Long, List<PackageVerification.Expected>> expected,
      Findings findings) {
    this.manifest = manifest;
    this.checks = checks;
    this.expected = new HashMap<>(expected);
    this.findings = findings;
    compare();
  }

  long shown() {
    return shown;
  }

  long hidden() {
    return hidden;
  }

  void on(Line line) {
    switch (line) {
      case Line.Broken broken -> {
        findings.add(
            Code.EVENT_UNREADABLE,
            "line",
            broken.number(),
            "position",
            tree.size(),
            "what",
            broken.what());
        sound = false;
      }
      case Line.Hidden it -> {
        follow(it.position(), it.leaves(), it);
        hidden++;
      }
      case Line.Shown it -> {
        follow(it.position(), 1, it);
        shown++;
        checks.on(it.event());
      }
    }
  }

  void end() {
    checks.end();
    if (sound && tree.size() != manifest.size()) {
      gap(manifest.size());
    }
    if (!sound) {
      return;
    }
    expected.forEach(
        (size, left) ->
            left.forEach(
                it ->
                    findings.add(Code.CHECKPOINT_NOT_COMPARED, "where", it.name(), "size", size)));
  }

  private void follow(long position, long leaves, Line line) {
    boolean withheld =
        line instanceof Line.Hidden
            && manifest.fundId() == null
            && position < manifest.endPosition()
            && position + leaves > manifest.firstPosition();
    boolean beyond =
        line instanceof Line.Shown
            && (position < manifest.firstPosition() || position >= manifest.endPosition());
    if (withheld || beyond) {
      findings.add(Code.EVENT_WITHHELD, "position", position);
    }
    if (!sound) {
      return;
    }
    if (position != tree.size()) {
      gap(position);
      return;
    }
    switch (line) {
      case Line.Shown it -> tree.add(1, it.hash());
      case Line.Hidden it -> tree.add(leaves, it.hash());
      case Line.Broken _ -> sound = false;
    }
    compare();
  }

  /** Behind a gap no root can be right, so one finding says it all. */
  private void gap(long found) {
    findings.add(Code.POSITION_GAP, "expected", tree.size(), "found", found);
    sound = false;
  }

  private void compare() {
    List<PackageVerification.Expected> here = expected.remove(tree.size());
    if (here == null) {
      return;
    }
    for (PackageVerification.Expected it : here) {
      if (!it.root().equals(tree.root())) {
        findings.add(Code.ROOT_DIFFERS, "where", it.name(), "size", tree.size());
      }
    }
  }
}
