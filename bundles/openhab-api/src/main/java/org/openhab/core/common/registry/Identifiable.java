// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.common.registry;

/** Something with an identifier. */
public interface Identifiable<T> {
    T getUID();
}
