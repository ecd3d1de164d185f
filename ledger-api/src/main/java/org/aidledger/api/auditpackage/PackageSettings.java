package org.aidledger.api.auditpackage;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator may set about audit packages.
 *
 * @param folder where they lie, encrypted; by default {@code packages} beside the master key
 * @param keep how long one is kept after it was asked for
 * @param maxTotal how much all of them together may hold; the oldest give way, the newest never
 */
@ConfigurationProperties("ledger.evidence.packages")
public record PackageSettings(
    @Nullable Path folder,
    @DefaultValue("7d") Duration keep,
    @DefaultValue("20GB") DataSize maxTotal) {

  Path folder(Path masterKey) {
    return folder == null ? masterKey.toAbsolutePath().resolveSibling("packages") : folder;
  }
}
