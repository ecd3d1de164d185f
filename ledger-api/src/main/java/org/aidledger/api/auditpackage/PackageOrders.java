package org.aidledger.api.auditpackage;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.json.Shape;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.projections.fund.FundQueries;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Takes orders for packages, from programs and from the page. */
@Component
@Profile("!axonserver")
public final class PackageOrders {

  private static final Pattern PEOPLE = Pattern.compile("redacted|full");

  private final PackageDesk desk;
  private final FundQueries funds;

  PackageOrders(PackageDesk desk, FundQueries funds) {
    this.desk = desk;
    this.funds = funds;
  }

  /**
   * Reads an order and begins the package.
   *
   * @throws ApiProblem if the order is not in its form, names a fund that is not there or a period
   *     that ends before it begins, or too many wait
   */
  public PackageOrder order(Shape body, Actor actor) {
    PackageForm form =
        body.read(
            b ->
                new PackageForm(
                    b.optionalId("fundId"),
                    b.optionalDay("from"),
                    b.optionalDay("to"),
                    b.matching("people", PEOPLE, "redacted|full")));
    UUID fundId = form.fundId();
    if (fundId != null && funds.one(fundId.toString()).isEmpty()) {
      throw ApiProblem.notFound("fund");
    }
    LocalDate from = form.from();
    LocalDate to = form.to();
    if (from != null && to != null && to.isBefore(from)) {
      throw new ApiProblem(ApiCode.VALUE_NOT_ALLOWED, "to");
    }
    return desk.order(fundId, from, to, "full".equals(form.people()), actor.accountId());
  }
}
