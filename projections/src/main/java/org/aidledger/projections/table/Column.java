package org.aidledger.projections.table;

/** A column of a table: its place, name and type. */
public record Column<T>(int index, String name, Type<T> type) {}
