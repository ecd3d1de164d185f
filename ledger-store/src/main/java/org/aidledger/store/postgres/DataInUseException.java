package org.aidledger.store.postgres;

import java.nio.file.Path;
import java.util.OptionalLong;

/** Another live process holds the data folder; two at once would write over each other. */
public final class DataInUseException extends DatabaseStartException {

  private static final long serialVersionUID = 1L;

  private final String data;
  private final long holder;

  DataInUseException(Path data, OptionalLong holder) {
    super(
        StartFailure.DATA_IN_USE,
        "The data folder "
            + data
            + " is in use by another process"
            + (holder.isPresent() ? " (" + holder.getAsLong() + ")" : "")
            + ".");
    this.data = data.toString();
    this.holder = holder.orElse(-1);
  }

  /** The data folder that is in use. */
  public Path data() {
    return Path.of(data);
  }

  /** The process id that holds it, where it could be read. */
  public OptionalLong holder() {
    return holder < 0 ? OptionalLong.empty() : OptionalLong.of(holder);
  }
}
