// SPDX-License-Identifier: EPL-2.0
package org.openhab.core;

/** Where openHAB lies and which version it is. */
public class OpenHAB {
    public static String getVersion() {
        throw new UnsupportedOperationException();
    }

    public static String getConfigFolder() {
        throw new UnsupportedOperationException();
    }

    public static String getUserDataFolder() {
        throw new UnsupportedOperationException();
    }
}
