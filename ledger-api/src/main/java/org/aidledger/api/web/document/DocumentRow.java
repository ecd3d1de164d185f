package org.aidledger.api.web.document;

/**
 * A source document in a list.
 *
 * @param kind such as PDF
 * @param size as people read it
 */
public record DocumentRow(
    String documentId,
    String name,
    String kind,
    String size,
    String sha256,
    String attachedBy,
    String attachedAt) {}
