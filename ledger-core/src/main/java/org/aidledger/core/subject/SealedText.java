package org.aidledger.core.subject;

/**
 * A text that may name someone, readable only with that person's key.
 *
 * @param subjectId the person whose key seals it, a UUID
 * @param ciphertext AES-256-GCM, in the text form that the vault gives it
 */
public record SealedText(String subjectId, String ciphertext) {}
