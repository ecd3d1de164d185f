package org.aidledger.api.wiring;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of this installation.
 *
 * @param data folder of the embedded database and of the master key
 * @param zone the business time zone, in which days are counted
 * @param organisation the owner of funds that name none; the demo has a name of its own
 * @param masterKeyFile the key of all personal data; by default in the data folder
 * @param demo whether to load sample funds and donations into an empty book
 * @param readWait how long a reader waits for what it has just written, in milliseconds
 */
@ConfigurationProperties("ledger")
public record LedgerProperties(
    @DefaultValue("data") Path data,
    @DefaultValue("Asia/Shanghai") ZoneId zone,
    @DefaultValue(UNNAMED) String organisation,
    @Nullable Path masterKeyFile,
    @DefaultValue("false") boolean demo,
    @DefaultValue("2000") long readWait) {

  private static final String UNNAMED = "default";

  /** Nobody's name, and plainly so, for the pages of the demo. */
  private static final String DEMO_ORGANISATION = "示例市总工会";

  /** Settings as they were given, but for the name of the demo's organisation. */
  public LedgerProperties {
    if (demo && organisation.equals(UNNAMED)) {
      organisation = DEMO_ORGANISATION;
    }
  }

  /** Where the master key lies. */
  public Path masterKey() {
    return masterKeyFile == null ? data.resolve("master.key") : masterKeyFile;
  }
}
