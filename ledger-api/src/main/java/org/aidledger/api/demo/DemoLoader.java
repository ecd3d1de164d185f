package org.aidledger.api.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.donation.DonationDesk;
import org.aidledger.api.donation.DonationDraft;
import org.aidledger.api.person.DonorDraft;
import org.aidledger.api.person.People;
import org.aidledger.api.security.Credentials;
import org.aidledger.api.wiring.LedgerProperties;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.donation.Channel;
import org.aidledger.core.money.Money;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Loads the demo book after the first accounts are there, if {@code --demo} asks for it. */
@Component
@Order(2)
@ConditionalOnProperty("ledger.demo")
class DemoLoader implements ApplicationRunner {

  private static final Currency CNY = Currency.getInstance("CNY");

  private final Ledger ledger;
  private final DonationDesk donations;
  private final People people;
  private final LedgerProperties properties;
  private final Credentials credentials;

  DemoLoader(
      Ledger ledger,
      DonationDesk donations,
      People people,
      LedgerProperties properties,
      Credentials credentials) {
    this.ledger = ledger;
    this.donations = donations;
    this.people = people;
    this.properties = properties;
    this.credentials = credentials;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    DemoBook.Cast cast =
        new DemoBook.Cast(account("finance"), account("approver"), account("cashier"));
    new DemoBook(ledger, donations, people, properties, cast).load(sample());
  }

  private AccountId account(String username) {
    return credentials.byUsername(username).orElseThrow().accountId();
  }

  /** The clean sample: no cell of it holds a comma or a quotation mark. */
  private static List<DonationDraft> sample() throws IOException {
    ClassPathResource file = new ClassPathResource("samples/donations-utf8.csv");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).filter(line -> !line.isBlank()).map(DemoLoader::draft).toList();
    }
  }

  private static DonationDraft draft(String line) {
    String[] cells = line.split(",", -1);
    Channel channel = Channel.valueOf(cells[5].strip());
    return new DonationDraft(
        channel.name(),
        cells[0],
        new DonorDraft(cells[1], null, cells[2], false),
        Money.parse(cells[3], CNY),
        LocalDate.parse(cells[4]),
        channel,
        null);
  }
}
