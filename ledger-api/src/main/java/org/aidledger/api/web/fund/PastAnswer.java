package org.aidledger.api.web.fund;

import java.util.List;
import org.aidledger.api.web.text.Amount;
import org.aidledger.api.web.text.FigureText;

/**
 * What a fund's figures were.
 *
 * @param sentence the question in words
 * @param position the last position that counts
 */
record PastAnswer(String sentence, long position, Amount available, List<FigureText> figures) {}
