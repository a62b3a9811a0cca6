// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import io.latchkey.api.identity.ControllerId;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * One session of a bridge.
 *
 * @param id number within this run
 * @param remote where the controller is
 * @param controller who it is; empty until it is verified
 * @param openedAt since when
 * @param subscriptions how many characteristics it hears of
 */
public record SessionStatus(
        long id, InetSocketAddress remote, Optional<ControllerId> controller, Instant openedAt, int subscriptions) {}
