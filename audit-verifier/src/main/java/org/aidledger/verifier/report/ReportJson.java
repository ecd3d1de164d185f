package org.aidledger.verifier.report;

import java.io.StringWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A report for machines: one JSON object. */
public final class ReportJson {

  private ReportJson() {}

  /** The object, its line ended by a newline. */
  public static String of(Report report) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("format", "aidledger.org/verification/v1");
      json.writeStringProperty("kind", report.kind().name());
      json.writeBooleanProperty("genuine", report.genuine());
      report.facts().forEach((fact, value) -> json.writeStringProperty(fact.jsonName(), value));
      json.writeArrayPropertyStart("notes");
      report.notes().forEach(note -> json.writeString(note.name()));
      json.writeEndArray();
      json.writeObjectPropertyStart("counts");
      report.findings().counts().forEach((c, n) -> json.writeNumberProperty(c.name(), n));
      json.writeEndObject();
      json.writeArrayPropertyStart("findings");
      for (Finding finding : report.findings().kept()) {
        json.writeStartObject();
        json.writeStringProperty("code", finding.code().name());
        for (Map.Entry<String, String> fact : finding.facts().entrySet()) {
          json.writeStringProperty(fact.getKey(), fact.getValue());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return out + "\n";
  }
}
