package org.aidledger.api.web.form;

import org.aidledger.api.security.AnyAccount;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says an amount in Chinese capitals while it is being typed. */
@RestController
class CapitalsController {

  /** The capitals as plain text, empty while what was typed is no amount in 元. */
  @AnyAccount
  @GetMapping(path = "/form/capitals", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
  String capitals(
      @RequestParam String amount, @RequestParam(defaultValue = "CNY") String currency) {
    return TypedAmount.capitals(amount, currency).orElse("");
  }
}
