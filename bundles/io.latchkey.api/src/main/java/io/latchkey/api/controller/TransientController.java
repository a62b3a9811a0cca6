// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A controller with an identity of its own that lives in memory: whatever happens to the process, neither this installation
 * nor its store remembers it. For who looks at accessories of this machine once. Whoever has asked for it closes it.
 */
@ProviderType
public interface TransientController extends AccessoryClients, AutoCloseable {

    /** Closes everything that was opened here and forgets all keys. Returns at once. */
    @Override
    void close();
}
