package org.aidledger.api.wiring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Spring's way from a request to its handler, with a glance at the path first. Spring matches a
 * path that has variables against the conditions of every handler there is; most are told apart by
 * how their pattern begins and by how many slashes it has.
 */
final class NarrowedMapping extends RequestMappingHandlerMapping {

  private static final int ANY = -1;

  private final Map<RequestMappingInfo, List<Glance>> glances = new ConcurrentHashMap<>();

  /**
   * What every path has that a pattern matches.
   *
   * @param slashes how many, or {@link #ANY}
   */
  private record Glance(String beginning, int slashes) {

    static Glance of(String pattern) {
      int end = 0;
      while (end < pattern.length() && "{*?\\".indexOf(pattern.charAt(end)) < 0) {
        end++;
      }
      // A regular expression and a tail may hold slashes that are not of the pattern.
      boolean plain =
          pattern.length() > 1
              && !pattern.contains("**")
              && !pattern.contains("{*")
              && pattern.indexOf(':') < 0;
      return new Glance(pattern.substring(0, end), plain ? slashesOf(pattern) : ANY);
    }

    boolean mayMatch(Asked asked) {
      return (slashes == ANY || slashes == asked.slashes) && asked.path.startsWith(beginning);
    }
  }

  /** A request whose path is looked at often. */
  private static final class Asked extends HttpServletRequestWrapper {

    private final String path;
    private final int slashes;
    private final String method;

    Asked(HttpServletRequest request, String path) {
      super(request);
      this.path = path;
      this.slashes = slashesOf(path);
      this.method = request.getMethod();
    }

    @Override
    public String getMethod() {
      return method;
    }
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    // Escapes and parameters of a path are for Spring to read.
    boolean plain = path.indexOf('%') < 0 && path.indexOf(';') < 0;
    return super.lookupHandlerMethod(path, plain ? new Asked(request, path) : request);
  }

  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo info, HttpServletRequest request) {
    return request instanceof Asked asked && !mayMatch(info, asked)
        ? null
        : super.getMatchingMapping(info, request);
  }

  private boolean mayMatch(RequestMappingInfo info, Asked asked) {
    List<Glance> all = glances.computeIfAbsent(info, NarrowedMapping::glances);
    if (all.isEmpty()) {
      return true;
    }
    for (Glance glance : all) {
      if (glance.mayMatch(asked)) {
        return true;
      }
    }
    return false;
  }

  private static List<Glance> glances(RequestMappingInfo info) {
    PathPatternsRequestCondition patterns = info.getPathPatternsCondition();
    return patterns == null
        ? List.of()
        : patterns.getPatterns().stream().map(p -> Glance.of(p.getPatternString())).toList();
  }

  private static int slashesOf(String text) {
    int slashes = 0;
    for (int i = 0; i < text.length(); i++) {
      slashes += text.charAt(i) == '/' ? 1 : 0;
    }
    return slashes;
  }
}
