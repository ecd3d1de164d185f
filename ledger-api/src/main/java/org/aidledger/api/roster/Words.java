package org.aidledger.api.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.core.donation.Channel;

/**
 * The words that a column of words can hold.
 *
 * @param meanings by word, in the form of {@link Titles#normal}
 * @param shown to people when a word is not among them
 */
record Words<T>(Map<String, T> meanings, List<String> shown) {

  static final Words<Channel> CHANNELS =
      Words.<Channel>none()
          .and(
              Channel.BANK_TRANSFER,
              "银行转账",
              "转账",
              "银行",
              "汇款",
              "网银",
              "对公转账",
              "BANK_TRANSFER",
              "bank",
              "transfer")
          .and(Channel.CASH, "现金", "CASH")
          .and(Channel.PAYROLL, "工资代扣", "代扣", "工资", "工资扣款", "扣款", "PAYROLL", "salary")
          .and(Channel.WECHAT, "微信", "微信支付", "微信转账", "WECHAT", "wechatPay")
          .and(Channel.ALIPAY, "支付宝", "ALIPAY");

  /** True for money that came in. */
  static final Words<Boolean> DIRECTIONS =
      Words.<Boolean>none()
          .and(
              true, "贷", "贷方", "收", "收入", "来账", "转入", "入", "入账", "存入", "credit", "c", "cr", "in",
              "+")
          .and(
              false, "借", "借方", "支", "支出", "往账", "转出", "出", "出账", "支取", "debit", "d", "dr", "out",
              "-");

  static final Words<RosterRow.Result> RESULTS =
      Words.<RosterRow.Result>none()
          .and(
              RosterRow.Result.PAID,
              "成功",
              "已付款",
              "已付",
              "付款成功",
              "交易成功",
              "处理成功",
              "已支付",
              "支付成功",
              "已入账",
              "PAID",
              "success",
              "successful",
              "completed",
              "ok")
          .and(
              RosterRow.Result.RETURNED,
              "退汇",
              "已退汇",
              "失败",
              "付款失败",
              "交易失败",
              "处理失败",
              "支付失败",
              "退回",
              "已退回",
              "拒绝",
              "RETURNED",
              "failed",
              "failure",
              "rejected",
              "returned");

  private static <T> Words<T> none() {
    return new Words<>(Map.of(), List.of());
  }

  private Words<T> and(T meaning, String... words) {
    Map<String, T> more = new LinkedHashMap<>(meanings);
    for (String word : words) {
      more.put(Titles.normal(word), meaning);
    }
    List<String> all = new ArrayList<>(shown);
    all.add(words[0]);
    return new Words<>(more, all);
  }

  Optional<T> find(String text) {
    return Optional.ofNullable(meanings.get(Titles.normal(text)));
  }
}
