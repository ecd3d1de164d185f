package org.aidledger.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.aidledger.api.LedgerApplication;
import org.aidledger.api.dispatch.AxonLedger;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.donation.Channel;
import org.aidledger.core.donation.LineOutcome;
import org.aidledger.core.donation.command.DonationLine;
import org.aidledger.core.donation.command.RecordDonations;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.Treatment;
import org.aidledger.core.fund.command.OpenFund;
import org.aidledger.core.money.Money;
import org.aidledger.core.stream.Begun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

class WalkTest {
  @TempDir static Path data;

  @Test
  void walks() {
    try (var app =
        new SpringApplicationBuilder(LedgerApplication.class)
            .run("--ledger.data=" + data, "--server.port=0")) {
      AxonLedger ledger = app.getBean(AxonLedger.class);
      AccountId me = new AccountId(UUID.randomUUID());
      FundId fund = FundId.of("default", "F1");
      OpenFund open =
          new OpenFund(
              fund,
              "default",
              "F1",
              "n",
              "p",
              Currency.getInstance("CNY"),
              Treatment.OWN_INCOME,
              null);
      Executed<Begun> opened = ledger.execute(open, me);
      assertThat(opened.result()).isInstanceOf(Begun.New.class);
      Executed<Begun> again = ledger.execute(open, me);
      assertThat(again.result()).isInstanceOf(Begun.Known.class);
      DonationLine line =
          new DonationLine(
              "CASH",
              "1",
              new Donor("ANONYMOUS", null, null, null),
              Money.of(100, "CNY"),
              LocalDate.of(2026, 1, 1),
              Channel.CASH,
              null,
              me);
      Executed<List<LineOutcome>> one =
          ledger.executeForMany(new RecordDonations(fund, List.of(line, line), false));
      System.out.println(one);
      Executed<List<LineOutcome>> two =
          ledger.executeForMany(new RecordDonations(fund, List.of(line), false));
      System.out.println(two);
      long t = System.nanoTime();
      for (int i = 0; i < 500; i++) {
        DonationLine l =
            new DonationLine(
                "CASH",
                "x" + i,
                line.donor(),
                line.amount(),
                line.receivedOn(),
                line.channel(),
                null,
                me);
        ledger.executeForMany(new RecordDonations(fund, List.of(l), false));
      }
      System.out.println("per s " + 500e9 / (System.nanoTime() - t));
    }
  }
}
