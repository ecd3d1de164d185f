package org.aidledger.api.security;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import org.aidledger.api.problem.ProblemWriter;
import org.aidledger.core.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * The two doors: programs come with a password or token in each request, or from a page with its
 * session and CSRF token; people sign in by a form. Paths are guarded here, roles by {@link
 * RoleGate}.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

  /** What anyone may fetch: the form itself and what it is drawn with. */
  static final String[] OPEN_PAGES = {
    "/login",
    "/assets/**",
    "/webjars/**",
    "/favicon.ico",
    "/favicon.svg",
    "/robots.txt",
    "/error",
    "/public",
    "/public/**"
  };

  private static final String[] PROGRAMS = {
    "/api", "/api/**", "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/**"
  };

  /** Everything from here, nothing inline, in nobody's frame. */
  private static final String PAGE_POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors 'none'";

  private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

  /**
   * Spring would wrap each filter, sign-in and decision in an observation of its own. The answers
   * themselves are counted without it, and refusals by the ledger.
   */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  HttpFirewall firewall() {
    return new ReadableFirewall();
  }

  @Bean
  @Order(1)
  SecurityFilterChain programs(
      HttpSecurity http,
      ProblemWriter writer,
      SignIn signIn,
      TokenSignIn tokens,
      Standings standings,
      CurrentActor current) {
    Refusals refusals = new Refusals(writer);
    http.securityMatcher(PROGRAMS)
        .headers(headers -> harden(headers, API_POLICY))
        .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new CsrfRule()))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .addFilterBefore(
            new HeaderSignInFilter(signIn, tokens, standings, refusals),
            UsernamePasswordAuthenticationFilter.class)
        .addFilterAfter(new SessionGuard(standings), UsernamePasswordAuthenticationFilter.class)
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint((req, res, _) -> refusals.unauthenticated(req, res))
                    .accessDeniedHandler(refusals::denied))
        .authorizeHttpRequests(
            paths ->
                paths
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers("/actuator/health", "/actuator/health/**", "/api/v1/public/**")
                    .permitAll()
                    // Figures without names: a monitor needs no role that sees more than sums.
                    .requestMatchers("/actuator/prometheus")
                    .access(holders(current, Role.VIEWER, Role.ADMIN, Role.AUDITOR))
                    .requestMatchers("/actuator/**")
                    .access(holders(current, Role.ADMIN, Role.AUDITOR))
                    .anyRequest()
                    .authenticated());
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain people(
      HttpSecurity http, ProblemWriter writer, FormSignIn form, Standings standings) {
    PageRefusals refusals = new PageRefusals(new Refusals(writer));
    HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
    http.headers(headers -> harden(headers, PAGE_POLICY))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(tokens)
                    .requireCsrfProtectionMatcher(new UploadForms(tokens)))
        .authenticationProvider(form)
        .formLogin(login -> login.loginPage("/login").failureHandler(refusals::failed).permitAll())
        .requestCache(cache -> cache.requestCache(pagesOnly()))
        .logout(logout -> logout.logoutSuccessUrl("/login?logout").deleteCookies("JSESSIONID"))
        .addFilterAfter(new SessionGuard(standings), UsernamePasswordAuthenticationFilter.class)
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(refusals::unauthenticated)
                    .accessDeniedHandler(refusals::denied))
        .authorizeHttpRequests(
            paths ->
                paths
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(OPEN_PAGES)
                    .permitAll()
                    .anyRequest()
                    .authenticated());
    return http.build();
  }

  /** After signing in a person goes on to the page asked for, never to what a script asked for. */
  private static RequestCache pagesOnly() {
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(
        request -> request.getMethod().equals("GET") && !PageRefusals.isByScript(request));
    return cache;
  }

  private static void harden(HeadersConfigurer<HttpSecurity> headers, String policy) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .crossOriginOpenerPolicy(o -> o.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(r -> r.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
  }

  private static AuthorizationManager<RequestAuthorizationContext> holders(
      CurrentActor current, Role... roles) {
    return (authentication, _) ->
        new AuthorizationDecision(
            current
                .of(authentication.get())
                .filter(actor -> Arrays.stream(roles).anyMatch(actor::has))
                .isPresent());
  }
}
