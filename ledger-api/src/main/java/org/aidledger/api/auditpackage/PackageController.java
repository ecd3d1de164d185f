package org.aidledger.api.auditpackage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.admission.BesideTheBook;
import org.aidledger.api.export.FileName;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Audit packages: ordered, followed, fetched in parts if need be. */
@RestController
@RequestMapping("/api/v1/audit/packages")
@RequiresRole(Role.AUDITOR)
@Profile("!axonserver")
class PackageController {

  private static final String KIND = "package";

  private final PackageDesk desk;
  private final PackageOrders orders;

  PackageController(PackageDesk desk, PackageOrders orders) {
    this.desk = desk;
    this.orders = orders;
  }

  @BesideTheBook
  @PostMapping
  ResponseEntity<Accepted> order(@JsonBody(PackageForm.class) Shape body, Actor actor) {
    PackageOrder order = orders.order(body, actor);
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/audit/packages/" + order.packageId()))
        .body(new Accepted(order.packageId()));
  }

  @GetMapping
  PackageList list() {
    return new PackageList(desk.all().stream().map(PackageAnswer::of).toList());
  }

  @GetMapping("/{packageId}")
  PackageAnswer one(@PathVariable UUID packageId) {
    return PackageAnswer.of(found(packageId));
  }

  /** The file, or the part of it that the Range header asks for. */
  @GetMapping("/{packageId}/file")
  ResponseEntity<Resource> file(@PathVariable UUID packageId, Actor actor) {
    PackageStatus status = found(packageId);
    PackageOrder order = status.order();
    if (!order.isFor(actor.accountId())) {
      // What is on record is that the one who asked reads these people, and nobody else.
      throw ApiProblem.notFound(KIND);
    }
    Long bytes = status.bytes();
    if (bytes == null) {
      throw new ApiProblem(ApiCode.PACKAGE_NOT_READY);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "zip"))
        .cacheControl(CacheControl.noStore())
        .eTag("\"" + packageId + "\"")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            FileName.header("audit-package", "audit-package-" + packageId, "zip"))
        .body(new Content(packageId, bytes));
  }

  private PackageStatus found(UUID packageId) {
    return desk.find(packageId).orElseThrow(() -> ApiProblem.notFound(KIND));
  }

  /** The package that is being made; its address tells how far it is. */
  record Accepted(UUID packageId) {}

  /** All that are kept. */
  record PackageList(List<PackageAnswer> items) {}

  /**
   * How far a package is.
   *
   * @param progress hundredths
   * @param bytes size of the finished file
   */
  record PackageAnswer(
      UUID packageId,
      PackageStatus.State state,
      int progress,
      @Nullable UUID fundId,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String people,
      Instant orderedAt,
      @Nullable Long bytes,
      @Nullable String failure) {

    static PackageAnswer of(PackageStatus status) {
      PackageOrder order = status.order();
      return new PackageAnswer(
          order.packageId(),
          status.state(),
          status.progress(),
          order.fundId(),
          order.from(),
          order.to(),
          order.people(),
          order.orderedAt(),
          status.bytes(),
          order.failure());
    }
  }

  /** The clear content of a file that lies encrypted. */
  private final class Content extends AbstractResource {

    private final UUID packageId;
    private final long bytes;

    Content(UUID packageId, long bytes) {
      this.packageId = packageId;
      this.bytes = bytes;
    }

    @Override
    public String getDescription() {
      return "audit package " + packageId;
    }

    @Override
    public long contentLength() {
      return bytes;
    }

    @Override
    public boolean exists() {
      return true;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return desk.open(packageId);
    }
  }
}
