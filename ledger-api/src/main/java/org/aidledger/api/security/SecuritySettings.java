package org.aidledger.api.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about signing in.
 *
 * @param bcryptStrength the logarithm of the rounds of new password hashes; 12 takes about a
 *     quarter of a second
 * @param verifiedFor how long a verified password is remembered, so that hashing does not limit
 *     throughput
 * @param standingFor how long it is believed that an account, its password or its token still
 *     stands; within this time other processes learn of a change, this one learns at once
 * @param remembered the most credentials, accounts and names that each memory holds
 * @param attemptsPerName failed sign-ins of one name within the window before it must wait
 * @param attemptsPerAddress the same for one network address
 * @param attemptWindow after which failures are forgotten
 */
@ConfigurationProperties("ledger.security")
public record SecuritySettings(
    @DefaultValue("12") int bcryptStrength,
    @DefaultValue("60s") Duration verifiedFor,
    @DefaultValue("5s") Duration standingFor,
    @DefaultValue("10000") int remembered,
    @DefaultValue("10") int attemptsPerName,
    @DefaultValue("100") int attemptsPerAddress,
    @DefaultValue("5m") Duration attemptWindow) {}
