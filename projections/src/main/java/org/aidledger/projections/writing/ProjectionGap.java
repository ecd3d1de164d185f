package org.aidledger.projections.writing;

/** Events came out of order: the read models would lose some of them. Nothing was written. */
public final class ProjectionGap extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  ProjectionGap(long applied, long offered) {
    super(
        "the read models stand at position %d, the next event offered is %d"
            .formatted(applied, offered));
  }
}
