package org.aidledger.api.imports;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.admission.BesideTheBook;
import org.aidledger.api.export.FileName;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.json.Values;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.roster.MappingForm;
import org.aidledger.api.roster.RosterKind;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.upload.Upload;
import org.aidledger.core.account.Role;
import org.aidledger.core.donation.Channel;
import org.aidledger.core.fund.FundId;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Imports of files: begun with an upload, checked, posted, followed to their end. */
@BesideTheBook
@RestController
@RequestMapping("/api/v1")
class ImportController {

  private final ImportDesk desk;
  private final ImportSteps steps;
  private final ImportEvents events;

  ImportController(ImportDesk desk, ImportSteps steps, ImportEvents events) {
    this.desk = desk;
    this.steps = steps;
    this.events = events;
  }

  @PostMapping("/funds/{fundId}/imports")
  @RequiresRole(Role.FINANCE)
  ResponseEntity<Accepted> start(
      @PathVariable FundId fundId,
      @RequestParam(defaultValue = "true") String dryRun,
      @RequestParam(required = false) @Nullable String batch,
      @RequestParam(required = false) @Nullable String controlTotal,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(defaultValue = "KEEP") String duplicates,
      @RequestParam(defaultValue = "false") String goodLinesOnly,
      Upload upload,
      Actor actor) {
    ImportTerms terms =
        new ImportTerms(
            kind == null ? null : Values.choice("kind", kind, RosterKind.class),
            Values.flag("dryRun", dryRun),
            batch,
            channel == null ? null : Values.choice("channel", channel, Channel.class),
            controlTotal,
            Values.choice("duplicates", duplicates, Duplicates.class),
            Values.flag("goodLinesOnly", goodLinesOnly));
    return accepted(desk.start(fundId, terms, upload, actor));
  }

  @PostMapping("/imports/{importId}/posting")
  @RequiresRole(Role.FINANCE)
  ResponseEntity<Accepted> post(
      @PathVariable UUID importId,
      @JsonBody(value = PostingOrder.class, optional = true) Shape body,
      Actor actor) {
    PostingOrder order =
        body.read(
            b ->
                new PostingOrder(
                    b.optionalText("controlTotal", 64),
                    b.optionalChoice("duplicates", Duplicates.class),
                    b.optionalText("batch", 128),
                    b.flag("goodLinesOnly", false),
                    b.optionalInteger("seen", 1, Integer.MAX_VALUE)));
    steps.post(importId, order, actor);
    return accepted(importId);
  }

  @GetMapping("/imports/{importId}")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  ImportView one(
      @PathVariable UUID importId,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    return desk.one(importId, ProblemTexts.language(languages));
  }

  @GetMapping("/imports")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  ListAnswer<ImportView> page(
      @RequestParam(required = false) @Nullable String fundId,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String limit,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    return ListAnswer.of(
        desk.page(
            fundId == null ? null : new FundId(Values.id("fundId", fundId)),
            ListParameters.cursor(cursor),
            ListParameters.limit(limit),
            ProblemTexts.language(languages)));
  }

  @GetMapping("/imports/{importId}/lines")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  ListAnswer<LineView> lines(
      @PathVariable UUID importId,
      @RequestParam(defaultValue = "ALL") String status,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String limit,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    return ListAnswer.of(
        desk.lines(
            importId,
            Values.choice("status", status, LineList.class),
            ListParameters.cursor(cursor),
            ListParameters.limit(limit),
            ProblemTexts.language(languages)));
  }

  @GetMapping("/imports/{importId}/corrections")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  ListAnswer<CorrectionView> corrections(
      @PathVariable UUID importId,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String limit,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    return ListAnswer.of(
        desk.corrections(
            importId,
            ListParameters.cursor(cursor),
            ListParameters.limit(limit),
            ProblemTexts.language(languages)));
  }

  @GetMapping("/imports/{importId}/gone")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  ListAnswer<GoneView> gone(
      @PathVariable UUID importId,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String limit) {
    return ListAnswer.of(
        desk.gone(importId, ListParameters.cursor(cursor), ListParameters.limit(limit)));
  }

  @PostMapping("/imports/{importId}/corrections/confirmation")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  ResponseEntity<Accepted> confirm(@PathVariable UUID importId, Actor actor) {
    steps.confirmCorrections(importId, actor);
    return accepted(importId);
  }

  @GetMapping("/imports/{importId}/mapping")
  @RequiresRole(Role.FINANCE)
  MappingView mapping(@PathVariable UUID importId) {
    return MappingView.of(desk.preview(importId));
  }

  @PutMapping("/imports/{importId}/mapping")
  @RequiresRole(Role.FINANCE)
  ResponseEntity<Accepted> changeMapping(
      @PathVariable UUID importId, @JsonBody(MappingView.Body.class) Shape body, Actor actor) {
    steps.changeMapping(importId, body.read(MappingForm::read), actor);
    return accepted(importId);
  }

  @GetMapping(path = "/imports/{importId}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  ResponseEntity<SseEmitter> events(
      @PathVariable UUID importId,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    SseEmitter stream = events.open(importId, ProblemTexts.language(languages));
    if (stream == null) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, "30")
          .build();
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(stream);
  }

  @GetMapping("/imports/{importId}/refusals")
  @RequiresRole(Role.FINANCE)
  ResponseEntity<StreamingResponseBody> refusals(
      @PathVariable UUID importId,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    ImportDesk.Download file = desk.refusals(importId, ProblemTexts.language(languages));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION, FileName.header("refused-lines", file.name(), "csv"))
        .body(file.content()::write);
  }

  @DeleteMapping("/imports/{importId}")
  @RequiresRole(Role.FINANCE)
  ResponseEntity<Accepted> cancel(@PathVariable UUID importId) {
    steps.cancel(importId);
    return accepted(importId);
  }

  private static ResponseEntity<Accepted> accepted(UUID importId) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/imports/" + importId))
        .body(new Accepted(importId));
  }

  /** The import that goes on by itself; its address tells how far it is. */
  record Accepted(UUID importId) {}

  /** A page of a list; next is absent on the last one. */
  record ListAnswer<T>(List<T> items, @Nullable String next) {

    static <T> ListAnswer<T> of(Page<T> page) {
      return new ListAnswer<>(page.items(), ListParameters.next(page.next()));
    }
  }
}
