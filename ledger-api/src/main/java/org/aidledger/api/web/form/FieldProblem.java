package org.aidledger.api.web.form;

/**
 * One thing that is wrong with what was typed, in the page's language.
 *
 * @param field its name, empty if no single field is to blame
 */
public record FieldProblem(String field, String text) {}
