// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import io.latchkey.api.transport.Exchange;
import io.latchkey.server.internal.session.Client;

/**
 * What lies behind a path and a method. Called on an I/O thread once path, method and session state have been checked; it
 * answers the exchange exactly once, at once or within the deadline of its work.
 */
@FunctionalInterface
interface Resource {

    /** Answers. */
    void handle(Exchange exchange, Client client);
}
