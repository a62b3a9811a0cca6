// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A bridge that counts what it does. There is one such service for each bridge that runs, further ones too, as long as it
 * runs; whoever watches takes its numbers when somebody wants to see them.
 */
@ProviderType
public interface CountingBridge {
    /** The service property that holds {@link #id}; type String. */
    String BRIDGE = "latchkey.bridge";

    /** The stable key of the bridge. */
    String id();

    /** The numbers of this moment. Safe for all threads; never waits, and costs nothing while nobody calls it. */
    BridgeMeasures measures();
}
