package org.aidledger.api;

import java.util.Arrays;
import java.util.List;
import org.aidledger.api.command.ImportCommand;
import org.aidledger.api.command.ReplayCommand;
import org.aidledger.api.wiring.LedgerProperties;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * The program: {@code serve} starts the application, {@code replay} checks the read models, {@code
 * import} rebuilds a book from an audit package.
 */
@SpringBootApplication(exclude = {XStreamAutoConfiguration.class})
@EnableConfigurationProperties(LedgerProperties.class)
public class LedgerApplication {

  /**
   * Runs a subcommand.
   *
   * @param args the subcommand, by default {@code serve}, and its options
   */
  public static void main(String[] args) {
    // Axon's console is a service elsewhere; this book reports to nobody.
    System.setProperty("disable-axoniq-console-message", "true");
    String command = args.length == 0 ? "serve" : args[0];
    String[] options = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
    int status =
        switch (command) {
          case "serve" -> Serve.run(options);
          case "import" -> new ImportCommand(System.out).run(List.of(options));
          case "replay" -> new ReplayCommand(System.out).run(List.of(options));
          default -> {
            System.err.println("Unknown command: " + command + ". 未知命令。");
            yield 64;
          }
        };
    if (status != 0) {
      System.exit(status);
    }
  }
}
