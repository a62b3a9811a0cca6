// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.api.identity.SetupCode;
import java.net.InetSocketAddress;

/** A server that runs already, somewhere: the suite can't start it anew. */
record RemoteTarget(InetSocketAddress address, SetupCode code) implements Target {
    /** The system property that names it as {@code HOST:PORT}. */
    static final String ADDRESS = "latchkey.server";
    /** The system property or environment variable that holds its setup code: an argument would show to others. */
    static final String CODE = "LATCHKEY_SETUP_CODE";

    /**
     * The server that property and variable name.
     *
     * @throws IllegalStateException when they don't, in words that say how to
     */
    static RemoteTarget named() {
        String address = System.getProperty(ADDRESS, "");
        String code = System.getProperty(CODE, System.getenv().getOrDefault(CODE, ""));
        int colon = address.lastIndexOf(':');
        if (colon < 0 || code.isEmpty()) {
            throw new IllegalStateException("No server to test: give -D" + ADDRESS + "=HOST:PORT and its setup code in "
                    + "the environment variable " + CODE);
        }
        String host = address.substring(0, colon).replaceAll("[\\[\\]]", "");
        String port = address.substring(colon + 1);
        if (!port.matches("[0-9]{1,5}")) {
            throw new IllegalStateException("No port in " + address + ": give HOST:PORT");
        }
        return new RemoteTarget(new InetSocketAddress(host, Integer.parseInt(port)), SetupCode.of(code));
    }

    @Override
    public boolean restart() {
        return false;
    }

    @Override
    public void close() {}
}
