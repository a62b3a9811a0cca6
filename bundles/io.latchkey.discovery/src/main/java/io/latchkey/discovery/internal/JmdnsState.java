// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import javax.jmdns.JmDNS;

/**
 * Whether a JmDNS answers. Its interface doesn't tell; its class does, in a public method that it has had since 3.4. A JmDNS
 * without that method is taken for one that answers. Stateless.
 */
final class JmdnsState {
    private static final String ANNOUNCED = "isAnnounced";

    private JmdnsState() {}

    /** Whether it has probed and announced its host and not ended since. */
    static boolean answers(JmDNS jmdns) {
        try {
            return (boolean) jmdns.getClass().getMethod(ANNOUNCED).invoke(jmdns);
        } catch (ReflectiveOperationException unknown) {
            return true;
        }
    }
}
