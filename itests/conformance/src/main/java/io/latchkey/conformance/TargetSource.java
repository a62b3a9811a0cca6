// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import java.io.IOException;

/**
 * Says which server the suite is pointed at. Found by {@link java.util.ServiceLoader}; where there is none, the system
 * property {@code latchkey.server} names a server that runs already.
 */
public interface TargetSource {

    /** Starts the server, or finds it. Called once for all tests. */
    Target open() throws IOException;
}
