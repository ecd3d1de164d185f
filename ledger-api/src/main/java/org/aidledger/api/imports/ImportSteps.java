package org.aidledger.api.imports;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.roster.MappingChoice;
import org.aidledger.core.money.Money;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.jspecify.annotations.Nullable;

/** What people order of an import after they have looked at it; for API and pages. */
public final class ImportSteps {

  private final ImportRows rows;
  private final StepRows steps;
  private final RosterReader reader;
  private final CorrectionRows corrections;
  private final ImportRunner runner;
  private final Clock clock;

  ImportSteps(
      ImportRows rows,
      StepRows steps,
      RosterReader reader,
      CorrectionRows corrections,
      ImportRunner runner,
      Clock clock) {
    this.rows = rows;
    this.steps = steps;
    this.reader = reader;
    this.corrections = corrections;
    this.runner = runner;
    this.clock = clock;
  }

  /**
   * Posts a checked import, or lets a posting that failed go on where it stopped.
   *
   * @param order what is asked for; what is absent stays as it was
   * @throws ApiProblem with both figures if the control total does not match, and with
   *     IMPORT_CHECKED_AGAIN if the file was checked again since the order's check was looked at;
   *     nothing was posted
   */
  public void post(UUID id, PostingOrder order, Actor actor) {
    ImportRow row = row(id);
    if (isPosted(row)) {
      return;
    }
    requireAsSeen(row, order);
    requireRest(row);
    String batch = Typed.batch(order.batch());
    Long control = Typed.control(order.controlTotal(), row.currency());
    String by = actor.accountId().toString();
    boolean other =
        (order.duplicates() != null && order.duplicates() != row.choices().duplicates())
            || (batch != null && !batch.equals(row.batchName()));
    switch (row.standing().phase()) {
      case CHECKED -> {
        if (other) {
          // The keys or the amounts of lines change, so all is looked at anew before it counts.
          requireDone(
              steps.recheck(
                  row,
                  new StepRows.Recheck(
                      null, batch, order.duplicates(), order.goodLinesOnly(), control, true, by),
                  clock.instant()));
        } else {
          begin(row, batch, control, order.goodLinesOnly(), by);
        }
      }
      case WAITING, POSTING -> {
        if (other) {
          // Some lines are in the book under the keys and amounts that they were checked with.
          throw state(row);
        }
        ImportWork.refuseOtherTotal(row, control);
        requireDone(steps.resume(row, by, clock.instant()));
      }
      case CHECKING, POSTED -> throw state(row);
    }
    runner.wake();
  }

  private void begin(
      ImportRow row,
      @Nullable String batch,
      @Nullable Long control,
      boolean goodLinesOnly,
      String by) {
    ImportWork.refuseIfItCannotBePosted(
        (batch == null ? row : row.named(batch)).with(goodLinesOnly),
        control == null ? row.choices().controlTotal() : control);
    requireDone(steps.wait(row, by, clock.instant(), batch, goodLinesOnly));
  }

  /** Changes how the file is read, checks it again, and remembers the change for its shape. */
  public void changeMapping(UUID id, MappingChoice choice, Actor actor) {
    ImportRow row = row(id);
    String mapping = MappingJson.of(choice);
    String by = actor.accountId().toString();
    requireDone(steps.recheck(row, StepRows.Recheck.mapped(mapping, by), clock.instant()));
    Layout layout = Json.readOrNull(row.layout(), Layout.class);
    if (layout != null) {
      reader.remember(layout.fingerprint(), mapping, by);
    }
    runner.wake();
  }

  /** Ends an import; what is in the book stays there. */
  public void cancel(UUID id) {
    ImportRow row = row(id);
    if (!steps.cancel(row, clock.instant()) && row.standing().state() != ImportState.CANCELLED) {
      throw state(row);
    }
  }

  /**
   * Confirms the corrections of a posted import, which are carried out at once.
   *
   * @throws Refused with SELF_CONFIRMATION if the actor had a hand in what the file proposes: sent
   *     it, chose how it is read, or had it posted
   */
  public void confirmCorrections(UUID id, Actor actor) {
    ImportRow row = row(id);
    String by = actor.accountId().toString();
    if (row.standing().phase() != ImportPhase.POSTED) {
      throw new ApiProblem(ApiCode.CONFIRMATION_STATE);
    }
    if (row.choices().isOf(by)) {
      throw new Refused(RuleCode.SELF_CONFIRMATION);
    }
    if (row.file().id() == null) {
      throw new ApiProblem(ApiCode.IMPORT_FILE_GONE);
    }
    if (corrections.confirm(row.number(), by) == 0) {
      throw new ApiProblem(ApiCode.CONFIRMATION_STATE);
    }
    runner.correct(row.number());
  }

  private ImportRow row(UUID id) {
    return rows.one(id).orElseThrow(() -> ApiProblem.notFound("import"));
  }

  private static boolean isPosted(ImportRow row) {
    return switch (row.standing().phase()) {
      case WAITING, POSTING -> row.isRunning();
      case POSTED -> true;
      case CHECKING, CHECKED -> false;
    };
  }

  private static void requireAsSeen(ImportRow row, PostingOrder order) {
    if (order.seen() != null && order.seen() != row.standing().checks()) {
      throw new ApiProblem(
          ApiCode.IMPORT_CHECKED_AGAIN,
          null,
          row.isRunning() ? Map.of() : Map.of("found", total(row)));
    }
  }

  private static String total(ImportRow row) {
    return new Money(row.counts().total(), row.currency()).toDecimal();
  }

  private static void requireRest(ImportRow row) {
    if (row.file().id() == null) {
      throw new ApiProblem(ApiCode.IMPORT_FILE_GONE);
    }
    boolean rests =
        row.standing().state() == ImportState.COMPLETED
            || row.standing().state() == ImportState.FAILED;
    if (!rests) {
      throw state(row);
    }
  }

  private static void requireDone(boolean done) {
    if (!done) {
      throw new ApiProblem(ApiCode.IMPORT_STATE);
    }
  }

  private static ApiProblem state(ImportRow row) {
    return new ApiProblem(
        ApiCode.IMPORT_STATE,
        null,
        Map.of(
            "importState", row.standing().state().name(),
            "importPhase", row.standing().phase().name()));
  }
}
