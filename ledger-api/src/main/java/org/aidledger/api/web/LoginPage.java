package org.aidledger.api.web;

import java.util.List;
import java.util.Map;
import org.aidledger.api.security.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people sign in; the form itself is read by the security filters. */
@Controller
final class LoginPage {

  /** What the security filters append to the address, worst first. */
  private static final List<String> NOTICES =
      List.of("throttled", "error", "expired", "changed", "logout");

  private final CurrentViewer viewer;

  LoginPage(CurrentViewer viewer) {
    this.viewer = viewer;
  }

  @OpenToAll
  @GetMapping("/login")
  String show(@RequestParam Map<String, String> parameters, Model model) {
    if (viewer.actor().isPresent()) {
      return "redirect:/";
    }
    model.addAttribute(
        "notice", NOTICES.stream().filter(parameters::containsKey).findFirst().orElse(null));
    return "login";
  }
}
