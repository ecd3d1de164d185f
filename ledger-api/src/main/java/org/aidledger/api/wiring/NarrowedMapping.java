package org.aidledger.api.wiring;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Spring's way from a request to its handler, with a glance at the path first. Spring matches a
 * path that has variables against the conditions of every handler there is; most are told apart by
 * how many slashes their pattern has and by how it begins. Where not exactly one of the others
 * takes the request, Spring decides.
 */
final class NarrowedMapping extends RequestMappingHandlerMapping {

  private static final int ANY = -1;

  /** Made of all handlers when the first request comes; none while handlers are added. */
  private volatile @Nullable Candidates candidates;

  /** Handlers that may take a path, by how many slashes it has. */
  private record Candidates(Map<Integer, List<Candidate>> bySlashes, List<Candidate> others) {

    static Candidates of(Map<RequestMappingInfo, HandlerMethod> handlers) {
      List<Candidate> all = new ArrayList<>();
      handlers.forEach((info, handler) -> all.add(Candidate.of(info, handler)));
      Map<Integer, List<Candidate>> bySlashes = new HashMap<>();
      for (Candidate candidate : all) {
        for (Glance glance : candidate.glances) {
          bySlashes.computeIfAbsent(
              glance.slashes, slashes -> all.stream().filter(c -> c.mayHave(slashes)).toList());
        }
      }
      return new Candidates(bySlashes, all.stream().filter(c -> c.mayHave(ANY)).toList());
    }

    List<Candidate> of(String path) {
      return bySlashes.getOrDefault(slashesOf(path), others);
    }
  }

  /**
   * A handler and what its paths have.
   *
   * @param glances one a pattern, none if nothing is known of its paths
   */
  private record Candidate(RequestMappingInfo info, HandlerMethod handler, List<Glance> glances) {

    static Candidate of(RequestMappingInfo info, HandlerMethod handler) {
      PathPatternsRequestCondition patterns = info.getPathPatternsCondition();
      return new Candidate(
          info,
          handler,
          patterns == null
              ? List.of(new Glance("", ANY))
              : patterns.getPatterns().stream().map(p -> Glance.of(p.getPatternString())).toList());
    }

    boolean mayHave(int slashes) {
      return glances.stream().anyMatch(g -> g.slashes == ANY || g.slashes == slashes);
    }

    boolean mayTake(String path) {
      for (Glance glance : glances) {
        if (path.startsWith(glance.beginning)) {
          return true;
        }
      }
      return false;
    }
  }

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
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    // Escapes and parameters of a path are for Spring to read.
    if (path.indexOf('%') < 0 && path.indexOf(';') < 0) {
      Candidate chosen = null;
      RequestMappingInfo match = null;
      int matches = 0;
      for (Candidate candidate : candidates().of(path)) {
        RequestMappingInfo found =
            candidate.mayTake(path) ? getMatchingMapping(candidate.info, request) : null;
        if (found != null) {
          chosen = candidate;
          match = found;
          matches++;
        }
      }
      if (chosen != null && match != null && matches == 1) {
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, chosen.handler);
        handleMatch(match, path, request);
        return chosen.handler;
      }
    }
    return super.lookupHandlerMethod(path, request);
  }

  private Candidates candidates() {
    Candidates known = candidates;
    if (known == null) {
      known = Candidates.of(getHandlerMethods());
      candidates = known;
    }
    return known;
  }

  @Override
  public void registerMapping(RequestMappingInfo mapping, Object handler, Method method) {
    super.registerMapping(mapping, handler, method);
    candidates = null;
  }

  @Override
  protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
    super.registerHandlerMethod(handler, method, mapping);
    candidates = null;
  }

  @Override
  public void unregisterMapping(RequestMappingInfo mapping) {
    super.unregisterMapping(mapping);
    candidates = null;
  }

  private static int slashesOf(String text) {
    int slashes = 0;
    for (int i = 0; i < text.length(); i++) {
      slashes += text.charAt(i) == '/' ? 1 : 0;
    }
    return slashes;
  }
}
