package org.aidledger.api.wiring;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the pages are once they can be opened: what whoever started the program waits for. */
@Component
class ReadyLine implements ApplicationListener<ApplicationReadyEvent> {

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    Environment environment = event.getApplicationContext().getEnvironment();
    String port = environment.getProperty("local.server.port");
    // Commands that only read or write the book serve no page.
    if (port != null) {
      String address = environment.getProperty("server.address", "127.0.0.1");
      System.out.println("  爱心账已就绪 / Aid Ledger is ready: http://" + address + ":" + port);
    }
  }
}
