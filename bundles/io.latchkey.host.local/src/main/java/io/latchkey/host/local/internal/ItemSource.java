// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

/** Where the items come from; begun once, stopped once. Never blocks the caller. */
interface ItemSource {

    /** Begins to fill the items. */
    void start();

    /** Ends it; what runs may still finish. */
    void stop();
}
