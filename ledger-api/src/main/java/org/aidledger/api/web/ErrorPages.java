package org.aidledger.api.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.security.OpenToAll;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says what went wrong and what to do, in place of a page that cannot be shown. */
@Controller
final class ErrorPages implements ErrorController {

  @OpenToAll
  @RequestMapping("${spring.web.error.path:${server.error.path:/error}}")
  String show(HttpServletRequest request, Model model) {
    model.addAttribute("reason", reason(request));
    model.addAttribute("errorId", errorId(request));
    return "error";
  }

  /** Under which the log keeps a fault that nobody foresaw, absent for every other reason. */
  private static @Nullable Object errorId(HttpServletRequest request) {
    return request.getAttribute(Problem.class.getName()) instanceof Problem problem
        ? problem.facts().get("errorId")
        : null;
  }

  /** The name under which the messages speak of a status. */
  private static String reason(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (!(status instanceof Integer code)) {
      // Somebody opened the address of this page by hand.
      return "notFound";
    }
    HttpStatus known = HttpStatus.resolve(code);
    if (known == HttpStatus.FORBIDDEN || known == HttpStatus.UNAUTHORIZED) {
      return "forbidden";
    }
    if (known == HttpStatus.NOT_FOUND) {
      return "notFound";
    }
    if (known == HttpStatus.TOO_MANY_REQUESTS || known == HttpStatus.SERVICE_UNAVAILABLE) {
      return "busy";
    }
    return code < 500 ? "badRequest" : "broken";
  }
}
