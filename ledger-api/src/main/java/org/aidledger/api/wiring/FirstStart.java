package org.aidledger.api.wiring;

import org.aidledger.api.account.Bootstrap;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Opens the first accounts once orders can be carried out; the house is ready only after that. */
@Component
@Order(1)
class FirstStart implements ApplicationRunner {

  private final Bootstrap bootstrap;
  private final Environment environment;

  FirstStart(Bootstrap bootstrap, Environment environment) {
    this.bootstrap = bootstrap;
    this.environment = environment;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    bootstrap.run(environment.getProperty("LEDGER_BOOTSTRAP_PASSWORD"), System.out);
  }
}
