package org.aidledger.api.web.imports;

/**
 * A field and the column that is read as it.
 *
 * @param name of the form's field
 * @param label in words
 * @param letter of the column, empty if there is none
 * @param needed whether nothing can be read without it
 * @param ambiguous whether several columns fit
 */
public record ColumnRow(
    String name, String label, String letter, boolean needed, boolean ambiguous) {}
