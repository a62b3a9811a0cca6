// SPDX-License-Identifier: EPL-2.0
package io.latchkey.console.internal;

import io.nayuki.qrcodegen.QrCode;

/**
 * Draws a QR code with half blocks, two modules above each other in one character, with the quiet zone of four modules
 * that ISO/IEC 18004 wants.
 *
 * <p>Light modules are the ink, because most terminals are dark. On a terminal that knows colours both are named, so that
 * the code is right on a light one too.
 */
final class QrBlocks {
    private static final int QUIET = 4;
    private static final String COLOURS = "\u001b[97;40m";
    private static final String RESET = "\u001b[0m";
    private static final char BOTH = '\u2588';
    private static final char UPPER = '\u2580';
    private static final char LOWER = '\u2584';
    private static final char NONE = ' ';

    private final QrCode code;
    private final boolean colours;

    private QrBlocks(QrCode code, boolean colours) {
        this.code = code;
        this.colours = colours;
    }

    /**
     * Draws a payload.
     *
     * @param payload what the code says
     * @param colours whether the terminal understands ANSI colours
     * @return lines, each with a line feed at its end
     */
    static String draw(String payload, boolean colours) {
        return new QrBlocks(QrCode.encodeText(payload, QrCode.Ecc.MEDIUM), colours).lines();
    }

    private String lines() {
        StringBuilder text = new StringBuilder();
        for (int y = -QUIET; y < code.size + QUIET; y += 2) {
            text.append(colours ? COLOURS : "");
            for (int x = -QUIET; x < code.size + QUIET; x++) {
                text.append(block(x, y));
            }
            text.append(colours ? RESET : "").append('\n');
        }
        return text.toString();
    }

    private char block(int x, int y) {
        boolean upper = isLight(x, y);
        boolean lower = isLight(x, y + 1);
        if (upper) {
            return lower ? BOTH : UPPER;
        }
        return lower ? LOWER : NONE;
    }

    private boolean isLight(int x, int y) {
        return y < code.size + QUIET && !code.getModule(x, y);
    }
}
