package org.aidledger.verifier.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that is wrong.
 *
 * @param code what
 * @param facts where and how: figures and identifiers by name, never personal data
 */
public record Finding(Code code, Map<String, String> facts) {

  /** Keeps a copy of the facts in their order. */
  public Finding {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** With names and values in turn. */
  public static Finding of(Code code, Object... namesAndValues) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      facts.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
    }
    return new Finding(code, facts);
  }
}
