package org.aidledger.api.web.form;

import java.util.ArrayList;
import java.util.List;

/**
 * What the next page says once: what happened, and what to do next.
 *
 * @param tone of the box: that of something done, or {@code waiting} if a second look is due
 * @param links where to go from here
 * @param position up to which the next page must have read, -1 for any
 */
public record Flash(String tone, String text, List<Link> links, long position) {

  /** Its name in the model of the next page. */
  static final String NAME = "flash";

  /** A way on. */
  public record Link(String href, String text) {}

  Flash with(Link link) {
    List<Link> more = new ArrayList<>(links);
    more.add(link);
    return new Flash(tone, text, List.copyOf(more), position);
  }
}
