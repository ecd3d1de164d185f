package org.aidledger.api.web.form;

/** Something that a person should look at before confirming, or be told afterwards. */
public record Fact(String name, String value) {}
