// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import java.util.Objects;

/**
 * What a service is called. Immutable.
 *
 * @param text legal in Home
 * @param isConfigured whether people can call it otherwise in Home, where nothing of its type does that already
 */
public record ServiceName(String text, boolean isConfigured) {
    public ServiceName {
        Objects.requireNonNull(text);
    }
}
