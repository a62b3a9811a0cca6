// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.types;

/** What an item can be. */
public interface State extends Type {
    /** Null when it cannot be seen so. */
    default <T extends State> T as(Class<T> target) {
        return target.isInstance(this) ? target.cast(this) : null;
    }
}
