// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.extension;

/**
 * Names a service of an accessory for ever.
 *
 * @param provider who has put the accessory
 * @param accessory the key of the accessory
 * @param service the key of the service
 */
public record ServiceKey(String provider, String accessory, String service) {}
