package org.aidledger.harness;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.aidledger.api.account.AccountConfiguration;
import org.aidledger.api.account.Bootstrap;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.json.JsonConfiguration;
import org.aidledger.api.openapi.OpenApiConfiguration;
import org.aidledger.api.problem.ProblemConfiguration;
import org.aidledger.api.security.SecurityConfiguration;
import org.aidledger.api.security.SignInConfiguration;
import org.aidledger.api.upload.UploadConfiguration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Everything between a client and the book: the real filters, controllers and credentials on a real
 * PostgreSQL, and a book in memory.
 */
@EnableAutoConfiguration
@Import({
  ProblemConfiguration.class,
  JsonConfiguration.class,
  UploadConfiguration.class,
  SecurityConfiguration.class,
  SignInConfiguration.class,
  AccountConfiguration.class,
  OpenApiConfiguration.class,
  SampleController.class,
  SamplePages.class
})
public class WebSide {

  /** The password of the first accounts. */
  public static final String PASSWORD = "correct horse 电池 staple";

  /** Noon of a day in Shanghai. */
  public static final Instant NOW = Instant.parse("2026-05-19T04:00:00Z");

  @Bean(destroyMethod = "close")
  EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.builder()
        .setPGStartupWait(Duration.ofMinutes(5))
        .setServerConfig("fsync", "off")
        .start();
  }

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(EmbeddedPostgres postgres) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(postgres.getPostgresDatabase());
    config.setMaximumPoolSize(8);
    return new HikariDataSource(config);
  }

  @Bean
  MemoryBook book() {
    return new MemoryBook();
  }

  @Bean
  BusinessCalendar calendar() {
    return new BusinessCalendar(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"));
  }

  @Bean
  ApplicationRunner firstAccounts(Bootstrap bootstrap) {
    return _ -> bootstrap.run(PASSWORD, System.out);
  }
}
