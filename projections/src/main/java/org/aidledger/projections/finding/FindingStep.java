package org.aidledger.projections.finding;

import java.time.Instant;
import org.aidledger.core.subject.SealedText;

/**
 * One step of a finding.
 *
 * @param type the name of its event
 * @param text what was found, answered or concluded
 */
public record FindingStep(
    long position, String type, Instant recordedAt, String actor, SealedText text) {}
