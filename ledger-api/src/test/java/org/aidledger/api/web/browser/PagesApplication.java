package org.aidledger.api.web.browser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.reading.KnownAt;
import org.aidledger.api.reading.ReadWait;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.CurrentViewer;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.SeriesQueries;
import org.aidledger.projections.trail.PositionQueries;
import org.aidledger.projections.trail.TrailQueries;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The pages on real read models, with sign-in and vault of the simplest kind. Bears no annotation
 * that a scan for components would find, so that the whole application never takes it in.
 */
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  ThymeleafAutoConfiguration.class,
  SecurityAutoConfiguration.class,
  ServletWebSecurityAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
@ComponentScan(
    basePackages = "org.aidledger.api.web",
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = "org\\.aidledger\\.api\\.web\\." + PagesApplication.WRITING + "\\..*"))
class PagesApplication {

  /** The day after the story ends. */
  static final Instant NOW = Instant.parse("2026-05-20T02:00:00Z");

  /** Packages whose pages give orders, and so need the whole application. */
  static final String WRITING =
      "(account|audit|desk|document|donation|entry|evidence|finding|imports|payout|period|published|terms)";

  static final String PASSWORD = "correct horse";

  /** Every account of the story with what it may do. */
  static final Map<String, Set<Role>> ACCOUNTS =
      Map.of(
          "finance", Set.of(Role.FINANCE),
          "finance2", Set.of(Role.FINANCE),
          "approver", Set.of(Role.APPROVER),
          "approver2", Set.of(Role.APPROVER),
          "cashier", Set.of(Role.CASHIER),
          "auditor", Set.of(Role.AUDITOR),
          "viewer", Set.of(Role.VIEWER),
          "admin", Set.of(Role.ADMIN));

  @Bean
  Clock clock() {
    return Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
  }

  @Bean
  FundQueries fundQueries(DataSource dataSource) {
    return new FundQueries(dataSource);
  }

  @Bean
  BalanceQueries balanceQueries(DataSource dataSource) {
    return new BalanceQueries(dataSource);
  }

  @Bean
  SeriesQueries seriesQueries(DataSource dataSource) {
    return new SeriesQueries(dataSource);
  }

  @Bean
  PositionQueries positionQueries(DataSource dataSource) {
    return new PositionQueries(dataSource);
  }

  @Bean
  TrailQueries trailQueries(DataSource dataSource) {
    return new TrailQueries(dataSource);
  }

  @Bean
  BusinessCalendar businessCalendar(Clock clock) {
    return new BusinessCalendar(clock, clock.getZone());
  }

  @Bean
  ReadWait readWait(DataSource dataSource) {
    return new ReadWait(new ReadPosition(dataSource), Duration.ofMinutes(1));
  }

  @Bean
  ProblemTexts problemTexts() {
    return new ProblemTexts();
  }

  /** The time of the tests stands still, so that every time before it is over. */
  @Bean
  KnownAt knownAt(PositionQueries positions, ReadWait wait, BusinessCalendar calendar) {
    return new KnownAt(positions::lastRecordedBy, wait, calendar);
  }

  @Bean
  ActorNames actorNames() {
    Map<String, String> names =
        ACCOUNTS.keySet().stream().collect(Collectors.toMap(Book::account, name -> name));
    return ids ->
        ids.stream().filter(names::containsKey).collect(Collectors.toMap(id -> id, names::get));
  }

  @Bean
  PersonalTexts personalTexts() {
    return new OpenTexts();
  }

  @Bean
  CurrentViewer currentViewer() {
    return () ->
        Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
            .map(Authentication::getName)
            .filter(ACCOUNTS::containsKey)
            .map(
                name ->
                    new Actor(
                        new AccountId(UUID.fromString(Book.account(name))),
                        ACCOUNTS.getOrDefault(name, Set.of())));
  }

  @Bean
  UserDetailsService users() {
    List<UserDetails> users = new ArrayList<>();
    ACCOUNTS.forEach(
        (name, roles) ->
            users.add(User.withUsername(name).password("{noop}" + PASSWORD).roles("ANY").build()));
    return new InMemoryUserDetailsManager(users);
  }

  @Bean
  SecurityFilterChain people(HttpSecurity http) {
    return http.headers(
            headers ->
                headers.contentSecurityPolicy(csp -> csp.policyDirectives("default-src 'self'")))
        .formLogin(login -> login.loginPage("/login").permitAll())
        .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
        .authorizeHttpRequests(
            paths ->
                paths
                    .requestMatchers("/login", "/assets/**", "/error")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .build();
  }

  /** A vault whose texts lie open, except those that begin with "destroyed". */
  private static final class OpenTexts implements PersonalTexts {

    @Override
    public Map<SealedText, String> texts(Collection<SealedText> sealed) {
      Map<SealedText, String> open = new HashMap<>();
      sealed.stream()
          .filter(text -> !text.ciphertext().startsWith("destroyed"))
          .forEach(text -> open.put(text, text.ciphertext()));
      return open;
    }

    @Override
    public Map<SealedText, String> names(Collection<SealedText> persons) {
      return texts(persons);
    }
  }
}
