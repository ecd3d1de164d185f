package org.aidledger.api.web.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.api.web.MessageFamilies;
import org.aidledger.api.web.browser.PagesServer;
import org.aidledger.api.web.browser.Story;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.trail.TrailFilter;
import org.aidledger.projections.trail.TrailLine;
import org.aidledger.projections.trail.TrailQueries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrailRowsTest {

  private static List<TrailLine> lines;
  private static TrailRows rows;

  @BeforeAll
  static void tell() {
    PagesServer server = PagesServer.shared();
    rows = server.bean(TrailRows.class);
    lines =
        server
            .bean(TrailQueries.class)
            .page(TrailFilter.all(), Order.OLDEST_FIRST, null, 500)
            .items();
  }

  @Test
  void theStoryHoldsEveryEventThatCanStandInATrail() {
    assertThat(lines.stream().map(TrailLine::type).collect(Collectors.toSet()))
        .isEqualTo(MessageFamilies.eventsInTrails());
  }

  @Test
  void everyLineIsToldInWholeSentences() {
    for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
      for (TrailRow row : rows.of(lines, locale)) {
        assertThat(row.summary())
            .as(row.toString())
            .isNotEqualTo(row.type())
            .doesNotContain("{", "[", "null", "trail.", "word.");
        assertThat(row.actor()).doesNotContain("-");
      }
    }
  }

  @Test
  void chineseSaysWhatHappened() {
    assertThat(summaries(Locale.CHINESE))
        .contains(
            "收到第一机械厂工会的捐赠（工资代扣）",
            "收到张伟（第二人民医院工会）的捐赠（现金）",
            "收到匿名捐赠人的捐赠（微信）",
            "收到（个人信息已销毁）的捐赠（现金）",
            "收到" + Story.HOSTILE + "的捐赠（支付宝）",
            "更正捐赠：冲销原记录",
            "更正捐赠：补记李娜的捐赠",
            "红字冲销捐赠，款项未动",
            "其他收入：上级补助",
            "调拨至“金秋助学”",
            "由“爱心互助基金”调入",
            "申请发放 60,000.00 元给周强（账号尾号 6688）",
            "发放 60,000.00 元：第 1 人审批通过，尚需另一人审批",
            "审批通过发放 60,000.00 元给周强，占用资金",
            "发放付款 60,000.00 元给周强，占用转为支付",
            "银行退汇 60,000.00 元（周强），款项仍欠付，重新占用",
            "驳回发放申请 9,000.00 元（吴磊）",
            "申请批量发放 76 笔，合计 304,000.00 元",
            "批次过账：捐赠 1 笔，合计 150,304.46 元，流水号 37 至 37",
            "关闭资金，余额结转至“爱心互助基金”",
            "提出变更条款：用途改为“职工及家属因病、因灾、因学致困的互助救助”；改为一人审批",
            "确认变更条款；超过 20,000.00 元，须两人审批");
  }

  @Test
  void englishSaysTheSame() {
    assertThat(summaries(Locale.ENGLISH))
        .contains(
            "Donation received from 第一机械厂工会 (Payroll)",
            "Donation received from an anonymous donor (WeChat)",
            "Donation received from (personal data destroyed) (Cash)",
            "Aid of CNY 60,000.00 paid to 周强, reservation settled",
            "CNY 60,000.00 for 周强 returned by the bank; still owed, reserved again",
            "Batch posted: donations 1, total CNY 150,304.46, entries 37 to 37",
            "Fund closed, what was left moved to “爱心互助基金”",
            "New terms confirmed; two approvers above CNY 20,000.00");
  }

  @Test
  void aLineSaysWhoWhyAndOnWhichDocument() {
    TrailRow reversal = row("DonationReversed");
    assertThat(reversal.actor()).isEqualTo("approver");
    assertThat(reversal.reason()).isEqualTo("与 4200002561 重复 <b>录入</b>");
    assertThat(reversal.document()).isEqualTo("微信 4200002561-2");
    assertThat(reversal.effectiveOn()).isEqualTo("2026-05-18");
    assertThat(reversal.recordedAt()).startsWith("2026-05-18 09:");
    assertThat(row("OpeningBalanceSet").document()).isEqualTo("2025 年 5 月银行对账单");
    assertThat(row("OpeningBalanceSet").documentHash()).isEqualTo("a1".repeat(32));
  }

  @Test
  void theChangeOfTheAvailableMoneyLeadsFromEachBalanceToTheNext() {
    for (String fund : Set.of(Story.MUTUAL_AID, Story.SCHOOL, Story.GIRLS, Story.OLD)) {
      List<TrailLine> ofFund = lines.stream().filter(line -> line.fundId().equals(fund)).toList();
      long balance = 0;
      for (int i = 0; i < ofFund.size(); i++) {
        TrailRow row = rows.of(ofFund.subList(i, i + 1), Locale.CHINESE).getFirst();
        balance += row.change() == null ? 0 : minor(row.change().text());
        assertThat(minor(row.balanceAfter().text())).as(row.toString()).isEqualTo(balance);
      }
    }
  }

  private static long minor(String amount) {
    return Long.parseLong(amount.replace(",", "").replace(".", ""));
  }

  private static TrailRow row(String type) {
    return rows.of(lines, Locale.CHINESE).stream()
        .filter(row -> row.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> summaries(Locale locale) {
    return new ArrayList<>(rows.of(lines, locale).stream().map(TrailRow::summary).toList());
  }
}
