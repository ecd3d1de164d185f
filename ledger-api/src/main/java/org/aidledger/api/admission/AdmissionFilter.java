package org.aidledger.api.admission;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/**
 * Turns donations of programs away before anything else is done for them while the queue is full.
 * They are what comes by the thousand: were the token of each looked at first, turning away would
 * cost as much as recording, and a rush would slow down those who were let in. Everything else is
 * turned away by the {@link AdmissionGate}, behind the check of roles.
 */
public final class AdmissionFilter implements Filter {

  /** Writes the answer to a request that found no room. */
  @FunctionalInterface
  public interface Refusal {

    /** Writes the whole answer. */
    void write(HttpServletRequest request, HttpServletResponse response, QueueFull full)
        throws IOException;
  }

  private final Admission admission;
  private final Refusal refusal;

  public AdmissionFilter(Admission admission, Refusal refusal) {
    this.admission = admission;
    this.refusal = refusal;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest asked
        && response instanceof HttpServletResponse answer
        && isDonationOfProgram(asked)) {
      try {
        admission.requireRoom();
      } catch (QueueFull full) {
        refusal.write(asked, answer, full);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  /** A path that is written in another way misses this glance and is turned away further in. */
  private static boolean isDonationOfProgram(HttpServletRequest request) {
    String path = request.getRequestURI();
    return request.getMethod().equals("POST")
        && path.startsWith("/api/v1/funds/")
        && (path.endsWith("/donations") || path.endsWith("/donations/batch"))
        && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }
}
