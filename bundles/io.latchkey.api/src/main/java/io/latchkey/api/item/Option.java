// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

/**
 * One of the states that an item may have, or of the commands that it takes.
 *
 * @param value what is sent
 * @param label for people; the value when there is no other
 */
public record Option(String value, String label) {}
