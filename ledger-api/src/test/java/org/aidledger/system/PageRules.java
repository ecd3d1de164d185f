package org.aidledger.system;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Who may see and send what on the pages: the table, and what the controllers say. */
final class PageRules {

  /** The first accounts, by the one role that each has. */
  static final List<String> EVERYBODY =
      List.of("finance", "approver", "cashier", "auditor", "viewer", "admin");

  private static final String READERS = "finance approver cashier auditor";

  /**
   * One row.
   *
   * @param allowed the accounts that may; empty if no sign-in is needed
   * @param page whether it is a whole page, which is looked at in both languages and widths
   */
  record Rule(String endpoint, Set<String> allowed, boolean page) {

    String method() {
      return endpoint.substring(0, endpoint.indexOf(' '));
    }

    /** With the first of the words that a variable allows in its place. */
    String path() {
      return endpoint
          .substring(endpoint.indexOf(' ') + 1)
          .replaceAll("\\{\\w+:([^|}]+)[^}]*}", "$1");
    }

    boolean isOpenToAll() {
      return allowed.isEmpty();
    }

    @Override
    public String toString() {
      return endpoint;
    }
  }

  private PageRules() {}

  static List<Rule> all() {
    return List.of(
        page("/login", ""),
        page("/public", ""),
        page("/public/{fundId}", ""),
        part("GET /robots.txt", ""),
        part("GET /form/capitals", "*"),
        part("GET /live/balances", "*"),
        page("/", "*"),
        page("/funds/{fundId}", "*"),
        page("/funds/new", "finance admin"),
        part("POST /funds/new", "finance admin"),
        page("/funds/{fundId}/freeze", "finance approver"),
        part("POST /funds/{fundId}/freeze", "finance approver"),
        page("/funds/{fundId}/unfreeze", "finance approver"),
        part("POST /funds/{fundId}/unfreeze", "finance approver"),
        page("/funds/{fundId}/change", "finance admin"),
        part("POST /funds/{fundId}/change", "finance admin"),
        page("/funds/{fundId}/change/confirmation", "finance approver admin"),
        part("POST /funds/{fundId}/change/confirmation", "finance approver admin"),
        page("/funds/{fundId}/closure", "finance"),
        part("POST /funds/{fundId}/closure", "finance"),
        page("/funds/{fundId}/publication", "finance"),
        part("POST /funds/{fundId}/publication", "finance"),
        page("/funds/{fundId}/{kind:opening|income|expense}", "finance"),
        part("POST /funds/{fundId}/{kind:opening|income|expense}", "finance"),
        page("/transfers/new", "finance"),
        part("POST /transfers/new", "finance"),
        page("/transfers/{transferId}", READERS),
        page("/entries/{entryId}", READERS),
        page("/entries/{entryId}/reversal", "finance approver"),
        part("POST /entries/{entryId}/reversal", "finance approver"),
        page("/desk", "finance"),
        part("POST /desk", "finance"),
        part("POST /desk/fund", "finance"),
        part("POST /desk/donors", "finance"),
        page("/donations/{donationId}", READERS),
        page("/donations/{donationId}/confirmation", READERS),
        page("/donations/{donationId}/receipt", READERS),
        page("/donations/{donationId}/reversal", "finance approver"),
        part("POST /donations/{donationId}/reversal", "finance approver"),
        page("/donations/{donationId}/correction", "finance approver"),
        part("POST /donations/{donationId}/correction", "finance approver"),
        part(
            "POST /documents/{kind:donation|entry|transfer|payout|payout-batch}/{entryId}",
            "finance cashier"),
        page("/imports", READERS),
        page("/imports/new", "finance"),
        page("/imports/{importId}", READERS),
        page("/imports/{importId}/lines", READERS),
        page("/imports/{importId}/gone", READERS),
        page("/imports/{importId}/mapping", "finance"),
        part("POST /imports/{importId}/mapping", "finance"),
        part("POST /imports/{importId}/posting", "finance"),
        part("POST /imports/{importId}/cancellation", "finance"),
        part("POST /imports/{importId}/corrections", "finance approver"),
        page("/payouts", READERS),
        page("/payouts/new", "finance"),
        part("POST /payouts/new", "finance"),
        page("/payouts/{payoutId}", READERS),
        page("/payouts/{payoutId}/receipt", READERS),
        part("POST /payouts/{payoutId}/account", "cashier"),
        page("/payouts/{payoutId}/approval", "approver"),
        part("POST /payouts/{payoutId}/approval", "approver"),
        page("/payouts/{payoutId}/rejection", "approver"),
        part("POST /payouts/{payoutId}/rejection", "approver"),
        page("/payouts/{payoutId}/payment", "cashier"),
        part("POST /payouts/{payoutId}/payment", "cashier"),
        page("/payouts/{payoutId}/return", "cashier"),
        part("POST /payouts/{payoutId}/return", "cashier"),
        page("/payouts/{payoutId}/cancellation", "finance approver"),
        part("POST /payouts/{payoutId}/cancellation", "finance approver"),
        page("/payout-batches/{batchId}", READERS),
        page("/payout-batches/{batchId}/approval", "approver"),
        part("POST /payout-batches/{batchId}/approval", "approver"),
        page("/payout-batches/{batchId}/rejection", "approver"),
        part("POST /payout-batches/{batchId}/rejection", "approver"),
        part("POST /payout-batches/{batchId}/bank-results", "cashier"),
        page("/periods", READERS),
        page("/periods/{period}", READERS),
        part("POST /periods/{period}/closing", "finance"),
        part("POST /periods/{period}/confirmation", "finance approver"),
        part("POST /periods/{period}/reopening", "finance"),
        page("/findings", "finance auditor"),
        page("/findings/new", "auditor"),
        part("POST /findings/new", "auditor"),
        page("/findings/{findingId}", "finance auditor"),
        part("POST /findings/{findingId}/answer", "finance"),
        part("POST /findings/{findingId}/closure", "auditor"),
        page("/audit/trail", "auditor"),
        page("/audit/refusals", "auditor"),
        page("/audit/readings", "auditor"),
        page("/audit/balances", "auditor"),
        page("/audit/corrections", "auditor"),
        page("/audit/exceptions", "auditor"),
        page("/audit/samples", "auditor"),
        page("/audit/replay", "auditor"),
        part("POST /audit/replay", "auditor"),
        part("GET /audit/replay/{replayId}", "auditor"),
        page("/audit/packages", "auditor"),
        part("POST /audit/packages", "auditor"),
        part("GET /audit/packages/{packageId}", "auditor"),
        page("/audit/seal", "auditor"),
        part("POST /audit/seal", "auditor"),
        page("/accounts", "admin auditor"),
        page("/accounts/new", "admin"),
        part("POST /accounts/new", "admin"),
        page("/accounts/{accountId}", "admin"),
        part("POST /accounts/{accountId}/roles", "admin"),
        part("POST /accounts/{accountId}/password", "admin"),
        part("POST /accounts/{accountId}/disable", "admin"),
        part("POST /accounts/{accountId}/tokens/{tokenId}/revocation", "admin"),
        page("/account", "*"),
        part("POST /account/password", "*"),
        part("POST /account/tokens", "*"),
        part("POST /account/tokens/{tokenId}/revocation", "*"),
        page("/keys", "admin approver"),
        part("POST /keys", "admin"),
        page("/keys/{subjectId}", "admin approver"),
        part("POST /keys/{subjectId}/request", "admin"),
        part("POST /keys/{subjectId}/confirmation", "admin approver"));
  }

  private static Rule page(String path, String allowed) {
    return new Rule("GET " + path, accounts(allowed), true);
  }

  /** A part of a page, a file, or a form that is sent. */
  private static Rule part(String endpoint, String allowed) {
    return new Rule(endpoint, accounts(allowed), false);
  }

  private static Set<String> accounts(String allowed) {
    if (allowed.isEmpty()) {
      return Set.of();
    }
    return allowed.equals("*")
        ? Set.copyOf(EVERYBODY)
        : Set.copyOf(Arrays.asList(allowed.split(" ", -1)));
  }

  /** What the controllers of the pages answer to. */
  static Set<String> mapped() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
    Set<String> endpoints = new TreeSet<>();
    scanner
        .findCandidateComponents("org.aidledger.api.web")
        .forEach(
            found ->
                addMappings(
                    ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), PageRules.class.getClassLoader()),
                    endpoints));
    return endpoints;
  }

  private static void addMappings(Class<?> controller, Set<String> endpoints) {
    RequestMapping type =
        AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
    List<String> prefixes = type == null ? List.of("") : List.of(type.path());
    ReflectionUtils.doWithMethods(
        controller,
        method -> {
          RequestMapping mapping =
              AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
          if (mapping == null) {
            return;
          }
          List<String> paths = mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
          // Without a method it is the page for errors, to which nobody goes by itself.
          for (RequestMethod verb : mapping.method()) {
            for (String prefix : prefixes) {
              paths.forEach(path -> endpoints.add(verb + " " + prefix + path));
            }
          }
        });
  }
}
