// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** Requests of a home hub, put together byte by byte. */
final class HubRequests {
    /** Id, start time and second id, as hubs send them. */
    static final String PARAMETERS =
            "0110" + "000102030405060708090a0b0c0d0e0f" + "0208" + "0010203040000000" + "0308" + "1122334455667788";

    private HubRequests() {}

    static String item(int type, String value) {
        return String.format("%02x%02x", type, value.length() / 2) + value;
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static String point(double mired, double factor, String change) {
        return item(1, fraction(factor)) + item(2, fraction(mired)) + item(3, change);
    }

    /** A curve from 250 to 350 mired in an hour, one mired less for each percent of brightness. */
    static String curve(long brightness) {
        return item(1, point(250, -1, "00"))
                + "0000"
                + item(1, point(350, -1, "80ee3600"))
                + item(2, String.format("%02x", brightness))
                + item(3, "01040a000000" + "020464000000");
    }

    /** A configuration with an interval of a minute and a threshold of ten. */
    static String configuration(long iid, String curve) {
        return item(1, String.format("%02x", iid))
                + item(2, PARAMETERS)
                + "030101"
                + item(5, curve)
                + "060260ea"
                + "0804c0270900";
    }

    static String update(String configuration) {
        return item(2, item(1, configuration));
    }

    static String read(long iid) {
        return item(1, item(1, String.format("%02x", iid)));
    }

    static String off(long iid) {
        return update(item(1, String.format("%02x", iid)));
    }

    /** How a transition stands. */
    static String status(long iid, String elapsed) {
        return item(1, item(1, String.format("%02x", iid)) + item(2, PARAMETERS) + item(3, elapsed));
    }

    private static String fraction(double number) {
        return hex(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat((float) number)
                .array());
    }
}
