// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.provider;

import io.latchkey.api.model.AccessoryOrigin;
import java.util.Optional;

/**
 * An accessory of a provider that the bridge shows or remembers, whether it is there or not.
 *
 * @param key its key
 * @param origin of which items it is made; empty when the provider never said so
 */
public record RememberedAccessory(String key, Optional<AccessoryOrigin> origin) {}
