package org.aidledger.api.imports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator may set about imports.
 *
 * @param maxFile the largest file that is taken
 * @param keepFiles how long an uploaded file is kept; its hash stays for ever
 * @param atOnce imports that one process works on at the same time
 * @param lease how long another process waits before it takes over from one that has fallen silent
 */
@ConfigurationProperties("ledger.imports")
public record ImportSettings(
    @DefaultValue("512MB") DataSize maxFile,
    @DefaultValue("30d") Duration keepFiles,
    @DefaultValue("2") int atOnce,
    @DefaultValue("30s") Duration lease) {}
