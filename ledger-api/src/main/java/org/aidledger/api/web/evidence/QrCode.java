package org.aidledger.api.web.evidence;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code (ISO/IEC 18004) as a drawing within a page.
 *
 * @param size of its square in modules, with the quiet zone around it
 * @param path what is black, as the data of an SVG path
 */
record QrCode(int size, String path) {

  /** The quiet zone that the standard asks for. */
  private static final int QUIET = 4;

  /**
   * Draws a text.
   *
   * @param text ASCII, at most 2,300 characters
   */
  static QrCode of(String text) {
    try {
      // Level M survives a crease or a stamp over 15 % of it.
      BitMatrix bits =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.M,
                      EncodeHintType.MARGIN,
                      QUIET));
      return new QrCode(bits.getWidth(), path(bits));
    } catch (WriterException e) {
      throw new IllegalArgumentException("The text is too long for a QR code.", e);
    }
  }

  /** One stroke for each row of neighbours, which keeps the page small. */
  private static String path(BitMatrix bits) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < bits.getHeight(); y++) {
      int x = 0;
      while (x < bits.getWidth()) {
        int begin = x;
        while (x < bits.getWidth() && bits.get(x, y)) {
          x++;
        }
        if (x > begin) {
          int width = x - begin;
          path.append('M').append(begin).append(' ').append(y);
          path.append('h').append(width).append("v1h-").append(width).append('z');
        } else {
          x++;
        }
      }
    }
    return path.toString();
  }
}
