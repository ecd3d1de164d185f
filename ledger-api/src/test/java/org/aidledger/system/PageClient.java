package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aidledger.harness.Client;
import org.aidledger.harness.Client.Answer;

/** Somebody who has signed in at the pages, without a browser. */
record PageClient(Client client, String token) {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  static PageClient signIn(int port, String account) {
    Client client = new Client(port);
    String form =
        fields(
            Map.of(
                "username",
                account,
                "password",
                RunningLedger.PASSWORD,
                "_csrf",
                token(client.get("/login"))));
    assertThat(client.form("/login", form).status()).isEqualTo(302);
    return new PageClient(client, token(client.get("/")));
  }

  Answer get(String path) {
    return client.get(path);
  }

  Answer post(String path, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("_csrf", token);
    return client.form(path, fields(all));
  }

  private static String token(Answer page) {
    Matcher token = TOKEN.matcher(page.text());
    if (!token.find()) {
      throw new AssertionError("no token in " + page.text());
    }
    return token.group(1);
  }

  private static String fields(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
