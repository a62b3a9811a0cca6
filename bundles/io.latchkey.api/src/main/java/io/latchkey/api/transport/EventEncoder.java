// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes the body of an {@code EVENT/1.0} message (HAP specification R2 section 6.8); the transport adds the head. Called on
 * transport's threads at the moment the message leaves; it must not block.
 */
@ConsumerType
@FunctionalInterface
public interface EventEncoder {

    /**
     * The JSON of a message.
     *
     * @param events one or more, each characteristic at most once, in the order in which they are to be told
     * @return the body; nobody changes its bytes, so that the same may go to many sessions
     */
    byte[] body(List<Event> events);
}
