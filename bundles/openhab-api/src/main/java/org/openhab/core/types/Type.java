// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.types;

/** A state or a command. */
public interface Type {
    String format(String pattern);

    String toFullString();
}
