package org.aidledger.api.web.form;

import java.util.List;

/**
 * A form was carried out.
 *
 * @param path of the page that comes next
 */
public record Done(String path, Flash flash) {

  /**
   * Leads on and says what happened.
   *
   * @param position of the last event that was written, so that the next page shows it
   */
  public static Done to(String path, String text, long position) {
    return new Done(path, new Flash("done", text, List.of(), position));
  }

  /** The same, for what asks for a second look. */
  public Done waiting() {
    return new Done(path, new Flash("waiting", flash.text(), flash.links(), flash.position()));
  }

  /** The same with a way on. */
  public Done link(String href, String text) {
    return new Done(path, flash.with(new Flash.Link(href, text)));
  }
}
