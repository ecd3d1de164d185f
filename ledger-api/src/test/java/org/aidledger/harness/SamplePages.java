package org.aidledger.harness;

import jakarta.servlet.http.HttpServletRequest;
import org.aidledger.api.security.AnyRole;
import org.aidledger.api.security.OpenToAll;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pages as plain as can be: the sign-in with its token, a home, and one for administrators. */
@RestController
public class SamplePages {

  @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
  @OpenToAll
  String login(CsrfToken token, HttpServletRequest request) {
    return "<form>" + request.getParameterMap().keySet() + " csrf=" + token.getToken() + ";</form>";
  }

  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  @AnyRole
  String home(CsrfToken token) {
    return "<p>home csrf=" + token.getToken() + ";</p>";
  }

  @GetMapping(path = "/admin-page", produces = MediaType.TEXT_HTML_VALUE)
  @RequiresRole(Role.ADMIN)
  String admin() {
    return "<p>admin</p>";
  }
}
