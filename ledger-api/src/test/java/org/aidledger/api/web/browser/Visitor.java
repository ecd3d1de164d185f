package org.aidledger.api.web.browser;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Someone who asks for pages without a browser, and keeps cookies. */
public final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final PagesServer server;

  public Visitor(PagesServer server) {
    this.server = server;
  }

  /** Somebody who has signed in. */
  public static Visitor as(String username, PagesServer server) {
    Visitor visitor = new Visitor(server);
    visitor.signIn(username, PagesApplication.PASSWORD);
    return visitor;
  }

  /** Fills in the form, and answers where that leads. */
  public HttpResponse<String> signIn(String username, String password) {
    Matcher token = TOKEN.matcher(get("/login").body());
    if (!token.find()) {
      throw new AssertionError("the form has no token");
    }
    return post(
        "/login",
        "username="
            + encoded(username)
            + "&password="
            + encoded(password)
            + "&_csrf="
            + encoded(token.group(1)));
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.at(path)));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Sends a form. */
  public HttpResponse<String> post(String path, String form) {
    return send(
        HttpRequest.newBuilder(URI.create(server.at(path)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** The words of a page, without its tags, blanks made one. */
  public String words(String path) {
    return words(get(path));
  }

  /** The words of an answer. */
  public static String words(HttpResponse<String> page) {
    String body = page.body().replaceAll("(?s)<head>.*?</head>", "");
    return HtmlUtils.htmlUnescape(body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
