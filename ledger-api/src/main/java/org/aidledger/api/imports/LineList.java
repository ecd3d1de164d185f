package org.aidledger.api.imports;

/** The lists that can be asked for of an import's lines. */
public enum LineList {
  ALL("true"),
  /** To be recorded, not passed by the posting yet. */
  NEW("status = 'NEW' and line > :posted"),
  RECORDED("(status = 'RECORDED' or (status = 'NEW' and line <= :posted))"),
  ALREADY_RECORDED("status = 'ALREADY_RECORDED'"),
  CHANGED("status = 'CHANGED'"),
  SUMMED("status = 'SUMMED'"),
  REFUSED("status = 'REFUSED'"),
  SKIPPED("status = 'SKIPPED'"),
  /** May be a gift under another reference. */
  SUSPECTED("suspect is not null"),
  /** One person and day, different amounts. */
  DUPLICATE("repeated = 'DIFFERENT' and not referenced");

  private final String condition;

  LineList(String condition) {
    this.condition = condition;
  }

  /** The condition in SQL; may compare with {@code :posted}. */
  String condition() {
    return condition;
  }
}
