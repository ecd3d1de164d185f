package org.aidledger.core.period.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the closing statements 结账报表 of a period were made from, and what they hash to.
 *
 * @param form which form the statements have; the same form gives the same bytes for ever
 * @param origin of the signed checkpoint that is printed on them
 * @param size the events under that checkpoint, and in the statements: none behind it is in them
 * @param rootHash over these events, in base64
 * @param sha256 of each full statement as a workbook in Chinese, by its name, in hexadecimal
 * @param zone the business time zone by which their days were counted, so that another setting
 *     later changes no byte of them; absent in events of before it was kept
 */
public record ClosingStatements(
    int form,
    String origin,
    long size,
    String rootHash,
    Map<String, String> sha256,
    @Nullable String zone) {}
