package org.aidledger.api.security;

import java.util.Locale;

/** The network address that attempts are counted for. */
public final class Address {

  private static final int GROUPS_OF_A_SUBNET = 4;

  private Address() {}

  /**
   * An IPv4 address as it is; of an IPv6 address the first 64 bits, since one customer holds them
   * all.
   */
  public static String group(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    String bare = address.replaceAll("%.*$", "").toLowerCase(Locale.ROOT);
    String[] halves = bare.split("::", -1);
    String[] front = halves[0].isEmpty() ? new String[0] : halves[0].split(":", -1);
    StringBuilder subnet = new StringBuilder();
    for (int i = 0; i < GROUPS_OF_A_SUBNET; i++) {
      subnet.append(i < front.length ? front[i] : "0").append(':');
    }
    return subnet.toString();
  }
}
