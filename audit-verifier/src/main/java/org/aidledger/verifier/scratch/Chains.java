package org.aidledger.verifier.scratch;

/** Short lists of whole numbers; a list is known by its newest link, 0 if it is empty. */
public final class Chains {

  private static final int VALUE = 0;
  private static final int NEXT = 1;
  private static final int COLUMNS = 2;

  private final Table links;

  /** Without lists. */
  public Chains(Scratch scratch) {
    links = new Table(scratch, COLUMNS);
  }

  /** Puts a number in front, and tells by what the list is known from now on. */
  public long with(long list, long value) {
    long link = links.add();
    links.set(link, VALUE, value);
    links.set(link, NEXT, list);
    return link + 1;
  }

  /** Whether a number is in the list. */
  public boolean contains(long list, long value) {
    for (long link = list; link != 0; link = links.get(link - 1, NEXT)) {
      if (links.get(link - 1, VALUE) == value) {
        return true;
      }
    }
    return false;
  }

  /** Whether every number of the other list is in this one. */
  public boolean containsAll(long list, long other) {
    for (long link = other; link != 0; link = links.get(link - 1, NEXT)) {
      if (!contains(list, links.get(link - 1, VALUE))) {
        return false;
      }
    }
    return true;
  }
}
