// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items;

/** Signatures of openHAB's type of that name. */
public interface Item {
    String getName();
}
