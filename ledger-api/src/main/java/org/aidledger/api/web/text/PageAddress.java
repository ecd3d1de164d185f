package org.aidledger.api.web.text;

import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of pages and lists with their parameters, safely encoded. */
public final class PageAddress {

  private PageAddress() {}

  /**
   * An address.
   *
   * @param fragment the place on the page, empty for its top
   */
  public static String of(String path, Map<String, String> parameters, String fragment) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    parameters.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
    if (!fragment.isEmpty()) {
      address.fragment(fragment);
    }
    return address.encode().buildAndExpand(parameters).toUriString();
  }
}
