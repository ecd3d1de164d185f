package org.aidledger.api.web;

import java.util.List;
import org.aidledger.api.web.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param language of this page
 * @param otherUrl this page in the other language
 * @param viewer the user name of who sits there, absent if nobody is signed in
 * @param roles what they are, in words
 * @param places where they may go
 * @param zone the business time zone
 */
public record Layout(
    Language language,
    String otherUrl,
    @Nullable String viewer,
    String roles,
    List<Place> places,
    String zone) {

  /**
   * An entry of the navigation.
   *
   * @param key of its name among the messages
   * @param here whether this page is it, or lies below it
   * @param waiting how many matters wait there for who looks, 0 for none
   */
  public record Place(String path, String key, boolean here, long waiting) {}
}
