package org.aidledger.api.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aidledger.api.sheet.SheetFormat;
import org.aidledger.core.donation.Channel;
import org.junit.jupiter.api.Test;

/** The sample files come to the totals of their README, however they are written and shaped. */
class SamplesTest {

  @Test
  void payrollAsText() {
    Read read = sample("cixin-yirijuan-2026-payroll-gb18030.csv");

    assertThat(read.proposal().format())
        .isEqualTo(new SheetFormat(SheetFormat.Kind.CSV, "GB18030", ',', null));
    assertThat(read.proposal().mapping().kind()).isEqualTo(RosterKind.DONATIONS);
    assertThat(read.proposal().mapping().headerLine()).isEqualTo(3);
    payroll(read);
    assertThat(read.skipped()).containsExactly(RosterLine.Reason.TOTAL_LINE);
    RosterRow.Donation first = (RosterRow.Donation) read.good().getFirst();
    assertThat(first.name()).isEqualTo("李红");
    assertThat(first.unit()).isEqualTo("财信担保工会");
    assertThat(first.staffNumber()).isEqualTo("G070000001");
    assertThat(first.day()).isEqualTo(LocalDate.of(2026, 5, 18));
    assertThat(first.channel()).isEqualTo(Channel.PAYROLL);
    assertThat(first.reference()).isNull();
  }

  private static void payroll(Read read) {
    assertThat(read.good()).hasSize(496);
    assertThat(read.bad()).hasSize(4);
    assertThat(read.total()).isEqualTo(150_304_46);
  }

  @Test
  void payrollAsWorkbook() {
    Read read = sample("cixin-yirijuan-2026-payroll.xlsx");

    assertThat(read.proposal().format().kind()).isEqualTo(SheetFormat.Kind.XLSX);
    assertThat(read.proposal().format().sheet()).isNotBlank();
    assertThat(read.good()).hasSize(297);
    assertThat(read.bad()).hasSize(3);
    assertThat(read.total()).isEqualTo(86_219_56);
  }

  @Test
  void registerInEnglish() {
    Read read = sample("donations-utf8.csv");

    assertThat(read.good()).hasSize(200);
    assertThat(read.bad()).isEmpty();
    assertThat(read.total()).isEqualTo(53_650_72);
    RosterRow.Donation first = (RosterRow.Donation) read.good().getFirst();
    assertThat(first.reference()).isEqualTo("R9-00000001");
    assertThat(first.channel()).isEqualTo(Channel.BANK_TRANSFER);
  }

  @Test
  void bankStatement() {
    Read read = sample("bank-statement-2026-05.csv");

    assertThat(read.proposal().mapping().kind()).isEqualTo(RosterKind.BANK_STATEMENT);
    assertThat(read.lines()).hasSize(120);
    assertThat(read.good()).hasSize(94);
    assertThat(read.bad()).isEmpty();
    assertThat(read.skipped()).hasSize(26).containsOnly(RosterLine.Reason.OUTGOING);
    assertThat(read.total()).isEqualTo(62_220_00);
    RosterRow.Donation first = (RosterRow.Donation) read.good().getFirst();
    assertThat(first.reference()).isEqualTo("20260500300000001");
    assertThat(first.bankAccount()).isEqualTo("6222907483378876");
    assertThat(first.day()).isEqualTo(LocalDate.of(2026, 5, 5));
  }

  @Test
  void payouts() {
    Read read = sample("jinqiu-zhuxue-2026-payouts.xlsx");

    assertThat(read.proposal().mapping().kind()).isEqualTo(RosterKind.PAYOUTS);
    assertThat(read.proposal().mapping().defaults().purpose()).isEqualTo("2026年金秋助学");
    assertThat(read.good()).hasSize(76);
    assertThat(read.total()).isEqualTo(304_000_00);
    RosterRow.Payout first = (RosterRow.Payout) read.good().getFirst();
    assertThat(first.name()).isEqualTo("黄敏华");
    assertThat(first.relative()).isEqualTo("胡静娜");
    assertThat(first.purpose()).isEqualTo("奖学");
    assertThat(first.bankAccount()).isEqualTo("6222684038854214");
    assertThat(first.identityNumber()).isEqualTo("999999304432445195");
    assertThat(first.amount().toDecimal()).isEqualTo("4000.00");
  }

  @Test
  void payrollInOtherEncodings() {
    String text = Read.decoded(Read.sample("cixin-yirijuan-2026-payroll-gb18030.csv"), "GB18030");

    for (String charset : List.of("GBK", "UTF-8", "GB18030", "UTF-16")) {
      payroll(Read.text(text, Charset.forName(charset)));
    }
    payroll(Read.text("\ufeff" + text, StandardCharsets.UTF_8));
    payroll(Read.text("\ufeff" + text, StandardCharsets.UTF_16LE));
    payroll(Read.text(text.replace("\r\n", "\n"), StandardCharsets.UTF_8));
  }

  @Test
  void registerInOtherShapes() {
    String text = Read.decoded(Read.sample("donations-utf8.csv"), "UTF-8");
    List<String[]> rows = text.lines().map(line -> line.split(",", -1)).toList();
    int[] order = {5, 3, 1, 4, 0, 2};
    for (String separator : List.of(";", "\t", "|", ",")) {
      List<String> lines = new ArrayList<>();
      for (String[] row : rows) {
        lines.add(String.join(separator, Arrays.stream(order).mapToObj(i -> row[i]).toList()));
      }
      lines.set(
          0, String.join(separator, "支付方式", "捐赠金额（元）", " 捐赠人 ", "Received_On", "收据号", "所在单位"));

      Read read = Read.text(String.join("\r\n", lines));

      assertThat(read.good()).hasSize(200);
      assertThat(read.total()).isEqualTo(53_650_72);
      RosterRow.Donation last = (RosterRow.Donation) read.good().getLast();
      assertThat(last.reference()).isEqualTo("R9-00000200");
      assertThat(last.unit()).isEqualTo("新通达驾校工会");
    }
  }

  private static Read sample(String name) {
    return Read.of(Read.source(Read.sample(name)), MappingChoice.NONE);
  }
}
