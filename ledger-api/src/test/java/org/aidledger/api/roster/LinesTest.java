package org.aidledger.api.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.sheet.SheetSource;
import org.aidledger.core.donation.Channel;
import org.junit.jupiter.api.Test;

/** Lines that are good, bad or no entries, and mappings that people decide. */
class LinesTest {

  private static final String HEADER = "序号,单位,姓名,工号,金额(元),日期\n";

  @Test
  void badCellsAreNamedWithTheirReason() {
    Read read =
        Read.text(
            "2026年名册\n"
                + HEADER
                + "1,甲,张一,G1,,2026-05-19\n"
                + "2,甲,张二,G2,一百,2026-05-19\n"
                + "3,甲,张三,G3,0.00,2026-05-19\n"
                + "4,甲,张四,G4,-5,2026-05-19\n"
                + "5,甲,张五,G5,1e3,2026-05-19\n"
                + "6,甲,张六,G6,1.005,2026-05-19\n"
                + "7,甲,张七,G7,9999999999999,2026-05-19\n"
                + "8,甲,张八,G8,100,2026-02-30\n"
                + "9,甲,张九,G9,100,2026-12-31\n"
                + "10,甲,张十,G10,100,1900-01-01\n"
                + "11,甲,,G11,100,2026-05-19\n"
                + "12,甲,"
                + "长".repeat(101)
                + ",G12,100,2026-05-19\n"
                + "13,甲,张\u202e三,G13,100,2026-05-19\n"
                + "14,甲,张十四,3.70123E+17,100,2026-05-19\n"
                + "15,甲,张十五,G15,\"1,00,0\",昨天\n"
                + "16,甲,张十六,G16,（50）,2026-05-19\n"
                + "17,甲,张十七,G17,10²,2026-05-19\n");

    assertThat(read.good()).isEmpty();
    assertThat(read.problems())
        .containsExactly(
            "E3 FIELD_MISSING",
            "E4 AMOUNT_NOT_A_NUMBER",
            "E5 AMOUNT_NOT_POSITIVE",
            "E6 AMOUNT_NOT_POSITIVE",
            "E7 AMOUNT_NOT_A_NUMBER",
            "E8 AMOUNT_TOO_FINE",
            "E9 AMOUNT_TOO_LARGE",
            "F10 DATE_MALFORMED",
            "F11 DATE_IN_FUTURE",
            "F12 DATE_TOO_EARLY",
            "C13 FIELD_MISSING",
            "C14 TEXT_TOO_LONG",
            "C15 CONTROL_CHARACTER",
            "D16 DIGITS_LOST",
            "E17 AMOUNT_NOT_A_NUMBER",
            "F17 DATE_MALFORMED",
            "E18 AMOUNT_NOT_POSITIVE",
            "E19 AMOUNT_NOT_A_NUMBER");
  }

  @Test
  void linesThatAreNoEntriesAreSkippedAndDonorsAreNot() {
    Read read =
        Read.text(
            HEADER
                + "1,甲,张一,G1,100,2026-05-19\n"
                + ",甲,小计,,100.00,\n"
                + "序号,单位,姓名,工号,金额(元),日期\n"
                + "2,乙,合计,G2,50,2026-05-19\n"
                + "3,乙,总计,,30,2026-05-19\n"
                + "301,,,,,\n"
                + "合 计：,,,,180.00,\n"
                + "制表人：王五,,审核人：李四,,,2026年5月\n");

    assertThat(read.good())
        .extracting(row -> ((RosterRow.Donation) row).name())
        .containsExactly("张一", "合计", "总计");
    assertThat(read.skipped())
        .containsExactly(
            RosterLine.Reason.TOTAL_LINE,
            RosterLine.Reason.REPEATED_HEADER,
            RosterLine.Reason.EMPTY,
            RosterLine.Reason.TOTAL_LINE,
            RosterLine.Reason.REMARK);
    assertThat(read.bad()).isEmpty();
  }

  @Test
  void twoColumnsThatFitAreLeftToThePerson() {
    String text = "姓名,金额,金额,日期\n张三,1,2,2026-05-19\n";
    Proposal proposal = propose(text, MappingChoice.NONE);
    assertThat(proposal.ready()).isFalse();
    assertThat(proposal.ambiguous()).isEqualTo(Map.of(RosterField.AMOUNT, List.of(1, 2)));

    Proposal chosen = propose(text, columns(Map.of(RosterField.AMOUNT, "C")));
    assertThat(chosen.ready()).isTrue();
    assertThat(chosen.mapping().columns()).containsEntry(RosterField.AMOUNT, 2);
    assertThat(chosen.fingerprint()).isEqualTo(proposal.fingerprint());
  }

  @Test
  void choicesThatCannotBeCarriedOutAreNamed() {
    String text = "姓名,金额,日期\n张三,1,2026-05-19\n";
    assertThat(codes(propose(text, columns(Map.of(RosterField.UNIT, "Z")))))
        .containsExactly("COLUMN_UNKNOWN");
    assertThat(codes(propose(text, columns(Map.of(RosterField.UNIT, "1", RosterField.MEMO, "姓名")))))
        .contains("COLUMN_TAKEN");
    assertThat(codes(propose("谁,多少\n张三,1\n", MappingChoice.NONE))).contains("HEADER_NOT_FOUND");
    assertThat(codes(propose("单位：万元,,\n" + text, MappingChoice.NONE)))
        .containsExactly("AMOUNTS_IN_TEN_THOUSANDS");
    assertThat(codes(propose("姓名,金额(万元),日期\n张三,1,2026-05-19\n", MappingChoice.NONE)))
        .containsExactly("COLUMN_MISSING");
  }

  @Test
  void aFileWithoutTitlesIsReadByColumnsAndDefaults() {
    MappingChoice choice =
        new MappingChoice(
            RosterKind.DONATIONS,
            0,
            Map.of(RosterField.NAME, "1", RosterField.AMOUNT, "b"),
            new RosterDefaults(Channel.WECHAT, Read.TODAY, "机关", null));
    Read read = Read.of(source("张三,10\n李四,20\n"), choice);

    assertThat(read.total()).isEqualTo(30_00);
    RosterRow.Donation first = (RosterRow.Donation) read.good().getFirst();
    assertThat(first.channel()).isEqualTo(Channel.WECHAT);
    assertThat(first.unit()).isEqualTo("机关");
    assertThat(first.day()).isEqualTo(Read.TODAY);
  }

  @Test
  void statementsWithOneAmountAndADirection() {
    Read read =
        Read.text(
            """
            交易日期,借贷标志,交易金额,对方户名,流水号
            20260505,贷,"3,040.00",林霞,S1
            20260506,借,15.00,某公司,S2
            20260507,?,15.00,某人,S3
            """);

    assertThat(read.total()).isEqualTo(3_040_00);
    assertThat(read.skipped()).containsExactly(RosterLine.Reason.OUTGOING);
    assertThat(read.problems()).containsExactly("B4 WORD_UNKNOWN");
  }

  @Test
  void statementsWithZerosInTheOtherColumn() {
    Read read =
        Read.text(
            """
            交易日期,收入金额,支出金额,对方户名,交易流水号
            20260505,10.00,0.00,林霞,S1
            20260506,0.00,5.00,某公司,S2
            20260506,-,5.00,某公司,S3
            20260507,7.00,5.00,某人,S4
            20260508,8.00,,某人,
            """);

    assertThat(read.total()).isEqualTo(10_00);
    assertThat(read.skipped()).hasSize(2).containsOnly(RosterLine.Reason.OUTGOING);
    assertThat(read.problems()).containsExactly("C5 INCOMING_AND_OUTGOING", "E6 FIELD_MISSING");
  }

  @Test
  void resultsOfTheBank() {
    String id = "018f3f7e-5c3b-7c1e-9b57-0f2d5c9a4e11";
    Read read =
        Read.text(
            "付款编号,结果,银行流水号,日期,原因\n"
                + id
                + ",成功,B1,2026-05-19,\n"
                + id
                + ",退汇,,2026/5/20,账号已销户\n"
                + id
                + ",成功,,2026-05-19,\n"
                + id
                + ",退汇,,2026-05-19,\n"
                + "x,处理中,B2,2026-05-19,\n");

    assertThat(read.proposal().mapping().kind()).isEqualTo(RosterKind.BANK_RESULT);
    assertThat(read.good())
        .extracting(row -> ((RosterRow.BankResult) row).result())
        .containsExactly(RosterRow.Result.PAID, RosterRow.Result.RETURNED);
    assertThat(read.problems())
        .containsExactly(
            "C4 FIELD_MISSING", "E5 FIELD_MISSING", "A6 ID_MALFORMED", "B6 WORD_UNKNOWN");
  }

  @Test
  void aFileThatBreaksOffSaysSoBeforeAnythingIsRecorded() {
    assertThatThrownBy(() -> Read.text(HEADER + "1,甲,张一,G1,100,2026-05-19\n2,甲,\"张"))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("FILE_CUT_OFF");
  }

  private static MappingChoice columns(Map<RosterField, String> columns) {
    return new MappingChoice(null, null, columns, RosterDefaults.NONE);
  }

  private static List<String> codes(Proposal proposal) {
    return proposal.problems().stream().map(problem -> problem.code()).toList();
  }

  private static Proposal propose(String text, MappingChoice choice) {
    return Rosters.propose(source(text), choice);
  }

  private static SheetSource source(String text) {
    return Read.source(text.getBytes(StandardCharsets.UTF_8));
  }
}
