package org.aidledger.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.verifier.check.FundBalance;
import org.aidledger.verifier.event.Json;
import org.aidledger.verifier.event.UnreadableException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What the package says that the funds have.
 *
 * @param opening before the first event that is shown; empty if that is the first of the book
 * @param closing after the last
 */
record StatedBalances(List<FundBalance> opening, List<FundBalance> closing) {

  static final String FORMAT = "aidledger.org/balances/v1";

  /**
   * Reads them.
   *
   * @throws UnreadableException if they are not in their form
   */
  static StatedBalances parse(byte[] json) {
    Map<String, List<FundBalance>> lists = new LinkedHashMap<>();
    String format = null;
    try (JsonParser in = Json.parser(json, 0, json.length)) {
      Json.require(in.nextToken() == JsonToken.START_OBJECT, "object");
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = in.currentName();
        switch (in.nextToken()) {
          case VALUE_STRING -> format = Json.text(in);
          case START_ARRAY -> lists.put(name, list(in));
          default -> throw new UnreadableException(name);
        }
      }
      Json.require(in.nextToken() == null, "object");
    }
    List<FundBalance> opening = lists.get("opening");
    List<FundBalance> closing = lists.get("closing");
    if (!FORMAT.equals(format) || opening == null || closing == null) {
      throw new UnreadableException("format");
    }
    return new StatedBalances(opening, closing);
  }

  private static List<FundBalance> list(JsonParser in) {
    List<FundBalance> funds = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      funds.add(fund(in));
    }
    return funds;
  }

  private static FundBalance fund(JsonParser in) {
    Json.require(in.currentToken() == JsonToken.START_OBJECT, "fund");
    String id = null;
    String currency = null;
    Map<String, Long> figures = new LinkedHashMap<>();
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      in.nextToken();
      switch (name) {
        case "fundId" -> id = Json.text(in);
        case "currency" -> currency = Json.text(in);
        case "available", "reserved", "lastEntryNumber" -> figures.put(name, Json.number(in));
        default -> throw new UnreadableException(name);
      }
    }
    Long available = figures.get("available");
    Long reserved = figures.get("reserved");
    Long last = figures.get("lastEntryNumber");
    if (id == null || currency == null || available == null || reserved == null || last == null) {
      throw new UnreadableException("fund");
    }
    return new FundBalance(id, currency, available, reserved, last);
  }
}
