package org.aidledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Spring's firewall, which also refuses parameters that cannot be read, such as bytes that are no
 * UTF-8. Tomcat reads them when somebody first asks for one, and would fail there; in a filter or
 * on the page for errors nobody would make an answer of it.
 */
final class ReadableFirewall extends StrictHttpFirewall {

  @Override
  public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
    FirewalledRequest passed = super.getFirewalledRequest(request);
    try {
      var _ = request.getParameterMap();
    } catch (InvalidParameterException unreadable) {
      RequestRejectedException rejected =
          new RequestRejectedException("The parameters cannot be read.");
      rejected.initCause(unreadable);
      throw rejected;
    }
    return passed;
  }
}
