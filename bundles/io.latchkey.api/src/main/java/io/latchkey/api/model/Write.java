// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import io.latchkey.api.identity.ControllerId;
import java.util.Optional;

/**
 * One write of a controller, as the write function of a characteristic gets it.
 *
 * @param value the value, already checked against the characteristic's constraints
 * @param controller who writes
 * @param authorization additional authorization data, if it was sent; may be secret
 * @param remote whether the write came through a home hub from outside
 * @param batch the request that this write is part of
 */
public record Write(
        Value value, ControllerId controller, Optional<Value.Bytes> authorization, boolean remote, WriteBatch batch) {}
