package org.aidledger.api.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.aidledger.store.event.LedgerSchema;
import org.aidledger.store.postgres.EmbeddedDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The database: embedded unless a profile names one elsewhere. */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {

  /** Profiles in which PostgreSQL is not ours to start. */
  static final String ELSEWHERE = "postgres | axonserver";

  @Bean(destroyMethod = "close")
  @Profile("!(" + ELSEWHERE + ")")
  EmbeddedDatabase embeddedDatabase(LedgerProperties properties) {
    return EmbeddedDatabase.start(properties.data());
  }

  @Bean
  @Profile("!(" + ELSEWHERE + ")")
  DatabaseAddress embeddedAddress(EmbeddedDatabase database) {
    return new DatabaseAddress(database.jdbcUrl(), database.user(), database.password());
  }

  @Bean
  @Profile(ELSEWHERE)
  DatabaseAddress configuredAddress(org.springframework.core.env.Environment environment) {
    return new DatabaseAddress(
        environment.getRequiredProperty("spring.datasource.url"),
        environment.getRequiredProperty("spring.datasource.username"),
        environment.getRequiredProperty("spring.datasource.password"));
  }

  /** Brings the ledger's schema up to date before anybody can use it. */
  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setPoolName("ledger");
    config.setMaximumPoolSize(24);
    config.setMinimumIdle(4);
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(60_000);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("ApplicationName", "aid-ledger");
    HikariDataSource dataSource = new HikariDataSource(config);
    LedgerSchema.migrate(dataSource);
    return dataSource;
  }
}
