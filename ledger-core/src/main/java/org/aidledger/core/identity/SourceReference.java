package org.aidledger.core.identity;

/** The number under which a book outside this one knows a movement of money 原始凭证号. */
public final class SourceReference {

  /** Donations, other income and other expense share one name space of source references. */
  public static final String KIND = "SourceReference";

  private SourceReference() {}
}
