package org.aidledger.api.web.text;

import java.util.regex.Pattern;

/** References as people can tell them apart. */
public final class References {

  /** How a keyed digest looks that stands for a name, a unit and a day. */
  private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9+/_-]{43}=?");

  private static final int SHOWN = 8;

  private References() {}

  /** Whether this stands for a name, a unit and a day, and tells nobody anything. */
  public static boolean isDigest(String reference) {
    return DIGEST.matcher(reference).matches();
  }

  /** The beginning of a digest, which tells nobody anything; any other reference whole. */
  public static String brief(String reference) {
    return isDigest(reference) ? reference.substring(0, SHOWN) + "…" : reference;
  }
}
