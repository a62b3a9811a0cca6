// SPDX-License-Identifier: EPL-2.0
package io.latchkey.console.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** The drawing is photographed, character by character, and read by another library. */
class QrBlocksTest {
    private static final String PAYLOAD = "X-HM://0023ISYWY1OSX";
    private static final int SCALE = 4;
    private static final int LIGHT = 0xFFFFFF;
    /** No search for a code at an angle: it takes some of the modules of some codes for its corners. */
    private static final Map<DecodeHintType, Boolean> STRAIGHT = Map.of(DecodeHintType.PURE_BARCODE, true);

    @Property(tries = 50)
    void whatIsDrawnCanBeScanned(
            @ForAll @CharRange(from = '0', to = '9') @CharRange(from = 'A', to = 'Z') @StringLength(min = 1, max = 60)
                    String text)
            throws Exception {
        assertEquals(text, scan(QrBlocks.draw(text, false)));
    }

    @Test
    void aCodeWithMisleadingModulesCanBeScanned() throws Exception {
        assertEquals("CPA", scan(QrBlocks.draw("CPA", false)));
    }

    @Test
    void aSetupPayloadFitsATerminal() throws Exception {
        String drawing = QrBlocks.draw(PAYLOAD, false);
        String[] lines = drawing.split("\n");
        assertEquals(PAYLOAD, scan(drawing));
        assertTrue(lines.length < 24, "fits 24 lines: " + lines.length);
        assertTrue(lines[0].length() < 80, "fits 80 columns: " + lines[0].length());
    }

    @Test
    void aQuietZoneOfFourModulesSurroundsIt() {
        String[] lines = QrBlocks.draw(PAYLOAD, false).split("\n");
        for (int row : new int[] {0, 1, lines.length - 2}) {
            assertEquals("\u2588".repeat(lines[0].length()), lines[row]);
        }
        for (int row = 0; row < lines.length - 1; row++) {
            assertTrue(lines[row].startsWith("\u2588\u2588\u2588\u2588"), lines[row]);
            assertTrue(lines[row].endsWith("\u2588\u2588\u2588\u2588"), lines[row]);
        }
    }

    @Test
    void coloursAreNamedOnEachLineAndTakenBack() throws Exception {
        String drawing = QrBlocks.draw(PAYLOAD, true);
        for (String line : drawing.split("\n")) {
            assertTrue(line.startsWith("\u001b[97;40m"), line);
            assertTrue(line.endsWith("\u001b[0m"), line);
        }
        assertEquals(PAYLOAD, scan(drawing.replace("\u001b[97;40m", "").replace("\u001b[0m", "")));
    }

    /** Each character is two modules high; ink is light, as on a dark terminal. */
    private static String scan(String drawing) throws Exception {
        String[] lines = drawing.split("\n");
        int width = lines[0].length() * SCALE;
        int height = width; // a last half line belongs to the terminal
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                char block = lines[y / (2 * SCALE)].charAt(x / SCALE);
                pixels[y * width + x] = isInk(block, y / SCALE % 2 == 0) ? LIGHT : 0;
            }
        }
        BinaryBitmap photo =
                new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader().decode(photo, STRAIGHT).getText();
    }

    private static boolean isInk(char block, boolean upper) {
        return switch (block) {
            case '\u2588' -> true;
            case '\u2580' -> upper;
            case '\u2584' -> !upper;
            case ' ' -> false;
            default -> throw new IllegalArgumentException("not a block: " + (int) block);
        };
    }
}
