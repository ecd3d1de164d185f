package org.aidledger.api.donation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aidledger.api.export.Column;
import org.aidledger.api.export.Export;
import org.aidledger.api.export.ExportList;
import org.aidledger.api.export.Rows;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.money.Money;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.donation.DonationQueries;
import org.aidledger.projections.donation.DonationView;
import org.aidledger.projections.donation.UnitTotal;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The donations of a fund as files, one by one and by unit. */
@RestController
@RequestMapping("/api/v1/funds/{fundId}")
@RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
class DonationFileController {

  /** A donation with its donor's name, absent if there is none or none that can be read. */
  private record Named(DonationView donation, @Nullable String name) {

    Money money(long minor) {
      return Money.of(minor, donation.currency());
    }
  }

  private final DonationQueries donations;
  private final PersonalTexts personal;
  private final FundDirectory funds;

  DonationFileController(DonationQueries donations, PersonalTexts personal, FundDirectory funds) {
    this.donations = donations;
    this.personal = personal;
    this.funds = funds;
  }

  @GetMapping("/donations.{format}")
  ResponseEntity<StreamingResponseBody> donations(@PathVariable FundId fundId, Export export) {
    FundOpened fund = funds.opened(fundId);
    return export.answer(
        new ExportList<>(
            "donations-" + fund.code(),
            export.texts().get("export.donations", fund.code()),
            columns(export.texts()),
            Rows.paged(
                after ->
                    named(
                        donations.ofFund(fund.fundId(), Order.OLDEST_FIRST, after, Page.MAX),
                        export.texts()))));
  }

  @GetMapping("/donation-units.{format}")
  ResponseEntity<StreamingResponseBody> units(@PathVariable FundId fundId, Export export) {
    FundOpened fund = funds.opened(fundId);
    List<Column<UnitTotal>> columns =
        List.of(
            Column.text("export.unit", 32, UnitTotal::unit),
            Column.whole("export.donationCount", UnitTotal::count),
            Column.amount("export.amount", unit -> Money.of(unit.total(), fund.currency())),
            Column.text("export.currency", 8, unit -> fund.currency()));
    return export.answer(
        new ExportList<>(
            "donations-by-unit-" + fund.code(),
            export.texts().get("export.units", fund.code()),
            columns,
            Rows.of(donations.units(fund.fundId()))));
  }

  private Page<Named> named(Page<DonationView> page, Texts texts) {
    List<SealedText> sealed =
        page.items().stream().map(DonationView::donor).filter(Objects::nonNull).toList();
    Map<SealedText, String> names = sealed.isEmpty() ? Map.of() : personal.names(sealed);
    return new Page<>(
        page.items().stream().map(found -> new Named(found, name(found, names, texts))).toList(),
        page.next());
  }

  private static @Nullable String name(
      DonationView donation, Map<SealedText, String> names, Texts texts) {
    SealedText donor = donation.donor();
    if (donor == null) {
      return "ANONYMOUS".equals(donation.donorKind()) ? texts.get("trail.anonymous") : null;
    }
    return names.getOrDefault(donor, texts.get("trail.destroyedName"));
  }

  private static List<Column<Named>> columns(Texts texts) {
    return List.of(
        Column.whole("export.entryNumber", row -> row.donation.entryNumber()),
        Column.day("export.receivedOn", row -> row.donation.receivedOn()),
        Column.text("export.donor", 20, Named::name),
        Column.text("export.unit", 28, row -> row.donation.donorOrganisation()),
        Column.text("export.channel", 12, row -> texts.word("channel", row.donation.channel())),
        Column.text("export.source", 16, row -> texts.word("channel", row.donation.source())),
        Column.text("export.reference", 24, row -> row.donation.reference()),
        Column.amount("export.amount", row -> row.money(row.donation.amount())),
        Column.amount("export.refunded", row -> row.money(row.donation.refunded())),
        Column.text("export.currency", 8, row -> row.donation.currency()),
        Column.text("export.state", 10, row -> texts.word("donation", row.donation.status())),
        Column.time("export.recordedAt", row -> row.donation.recordedAt()),
        Column.text("export.documentHash", 20, row -> row.donation.documentHash()),
        Column.text("export.id", 38, row -> row.donation.donationId()));
  }
}
