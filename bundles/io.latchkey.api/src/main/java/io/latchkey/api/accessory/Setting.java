// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

/**
 * An option of the metadata that steers a conversion or a whole accessory type, described so that forms and documents can
 * offer it.
 *
 * @param name the key in the metadata, as people write it
 * @param kind what is written there
 * @param description what it does and what holds without it, in one line
 */
public record Setting(String name, Kind kind, String description) {
    /** The reverse meaning. */
    public static final Setting INVERTED = flag("inverted", "the reverse meaning");

    /** What is written as the value of an option. */
    public enum Kind {
        /** True or false. */
        FLAG,
        /** A number, or a quantity such as {@code 2700 K}. */
        NUMBER,
        /** A text, or several. */
        TEXT
    }

    /** True or false. */
    public static Setting flag(String name, String description) {
        return new Setting(name, Kind.FLAG, description);
    }

    /** A number or a quantity. */
    public static Setting number(String name, String description) {
        return new Setting(name, Kind.NUMBER, description);
    }

    /** A text. */
    public static Setting text(String name, String description) {
        return new Setting(name, Kind.TEXT, description);
    }
}
