// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.identity;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The Device ID: names a bridge on the network and in every pairing until a factory reset (HomeKitADK,
 * HAPDeviceID).
 *
 * <p>Controllers compare it character by character, so it is never re-written: an imported one keeps its letters.
 */
public final class DeviceId {
    private static final Pattern FORM = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){5}");
    private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();
    private static final int BYTES = 6;

    private final String text;

    /**
     * Takes an id of our own form.
     *
     * @param text six upper-case hex pairs with colons between them
     * @throws IllegalArgumentException when the text has another form
     */
    public DeviceId(String text) {
        this(text, FORM.matcher(text).matches());
    }

    private DeviceId(String text, boolean valid) {
        if (!valid) {
            throw new IllegalArgumentException("not a Device ID of the form XX:XX:XX:XX:XX:XX: " + text);
        }
        this.text = text;
    }

    /**
     * Takes over the id of another implementation, character for character.
     *
     * @param text 1 to 36 bytes of UTF-8
     * @throws IllegalArgumentException when it is empty or longer
     */
    public static DeviceId foreign(String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return new DeviceId(text, length >= 1 && length <= ControllerId.MAXIMUM_BYTES);
    }

    /**
     * Makes a new id of 48 random bits, as HomeKitADK does.
     *
     * @param random a cryptographic source; a test gives one of its own
     */
    public static DeviceId random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new DeviceId(HEX.formatHex(bytes));
    }

    /** The id as it stands in the record {@code id} and in the pairing identifier. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeviceId that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
