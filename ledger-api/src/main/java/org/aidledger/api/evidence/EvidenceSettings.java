package org.aidledger.api.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the book is sealed.
 *
 * @param sealKeyFile the key that signs; by default {@code seal.key} beside the master key
 * @param countersignedFile where the last countersigned head is remembered outside the database; by
 *     default {@code countersigned.checkpoint} beside the seal key
 * @param witnesses public keys of those who countersign, as {@code name+number+base64}
 * @param pause between two looks at the book, so at most this old is an event before it is sealed
 */
@ConfigurationProperties("ledger.evidence")
public record EvidenceSettings(
    @Nullable Path sealKeyFile,
    @Nullable Path countersignedFile,
    @DefaultValue List<String> witnesses,
    @DefaultValue("2s") Duration pause) {

  Path sealKey(Path masterKey) {
    return sealKeyFile == null ? masterKey.resolveSibling("seal.key") : sealKeyFile;
  }

  Path countersigned(Path masterKey) {
    return countersignedFile == null
        ? sealKey(masterKey).resolveSibling("countersigned.checkpoint")
        : countersignedFile;
  }
}
