// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.identity;

import java.util.Locale;

/**
 * What the QR code says: enough to find an accessory that speaks IP and to pair with it (HomeKitADK,
 * HAPAccessorySetupGetSetupPayload). Its URI contains the setup code and is as secret; {@code toString} hides it.
 *
 * @param code the code that would otherwise be typed
 * @param setupId finds the accessory on the network
 * @param category the icon to show before the accessory has been reached
 */
public record SetupPayload(SetupCode code, SetupId setupId, AccessoryCategory category) {
    private static final String SCHEME = "X-HM://";
    private static final int CATEGORY_SHIFT = 31;
    private static final long SPEAKS_IP = 1L << 28;
    private static final int DIGITS = 9;
    private static final int BASE = 36;

    /** {@code X-HM://}, nine base-36 digits and the setup ID. Never for a log. */
    public String uri() {
        long bits = (long) category.number() << CATEGORY_SHIFT | SPEAKS_IP | code.number();
        String digits = Long.toString(bits, BASE).toUpperCase(Locale.ROOT);
        return SCHEME + "0".repeat(DIGITS - digits.length()) + digits + setupId.text();
    }
}
