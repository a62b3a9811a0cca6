// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

/** Descriptions are HTML for openHAB's user interface, labels and values are not. */
final class Html {
    private Html() {}

    /** What shows the text as it is. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** What leads to another page of the user interface. */
    static String link(String path, String label) {
        return "<a href=\"" + text(path) + "\">" + text(label) + "</a>";
    }
}
