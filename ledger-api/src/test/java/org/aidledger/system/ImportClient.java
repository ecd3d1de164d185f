package org.aidledger.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.aidledger.harness.Client.Answer;
import tools.jackson.databind.JsonNode;

/** Somebody who imports files over REST and waits until each import rests. */
record ImportClient(Desk desk) {

  private static final String BOUNDARY = "----aid-ledger-boundary";

  /** Sends a file and returns the import's id. */
  String start(String fundId, String parameters, String fileName, byte[] content) {
    Answer answer = send(fundId, parameters, fileName, content);
    if (answer.status() != 202) {
      throw new AssertionError(answer.status() + " " + answer.text());
    }
    return answer.json().path("importId").asString();
  }

  Answer send(String fundId, String parameters, String fileName, byte[] content) {
    return desk.send(
        "POST",
        "/funds/" + fundId + "/imports" + parameters,
        BodyPublishers.ofByteArray(multipart(fileName, content)),
        "Content-Type",
        "multipart/form-data; boundary=" + BOUNDARY);
  }

  /** The import once it is not worked on any more. */
  JsonNode rested(String importId) {
    Waiting.until(
        "the import rests", () -> !one(importId).path("state").asString().equals("RUNNING"));
    return one(importId);
  }

  JsonNode one(String importId) {
    return desk.read("/imports/" + importId);
  }

  /** Sends, checks, posts. */
  JsonNode imported(String fundId, String batch, String fileName, byte[] content) {
    return rested(
        start(
            fundId,
            "?dryRun=false" + (batch.isEmpty() ? "" : "&batch=" + batch),
            fileName,
            content));
  }

  /** The first lines of one list. */
  JsonNode lines(String importId, String status) {
    return desk.read("/imports/" + importId + "/lines?status=" + status).path("items");
  }

  static byte[] multipart(String fileName, byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      body.write(
          ("--"
                  + BOUNDARY
                  + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                  + fileName
                  + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      body.write(content);
      body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return body.toByteArray();
  }
}
