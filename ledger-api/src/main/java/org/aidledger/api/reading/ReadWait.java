package org.aidledger.api.reading;

import java.time.Duration;
import java.util.Map;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.problem.Problem;
import org.aidledger.projections.ReadPosition;

/** Waits until the read models have applied what a reader wants to see. */
public final class ReadWait {

  private static final int RETRY_SECONDS = 1;

  private final ReadPosition reading;
  private final Duration atMost;

  public ReadWait(ReadPosition reading, Duration atMost) {
    this.reading = reading;
    this.atMost = atMost;
  }

  /**
   * Returns as soon as the read models have applied the position.
   *
   * @throws ApiProblem if they are too far behind
   */
  public void until(long position) {
    if (!reading.await(position, atMost)) {
      throw new ApiProblem(
          ApiCode.READ_MODEL_BEHIND, null, Map.of(Problem.RETRY_AFTER, RETRY_SECONDS));
    }
  }
}
