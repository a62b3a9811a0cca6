// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.net;

import java.util.List;

/** Hears which addresses of this machine come and go. */
public interface NetworkAddressChangeListener {
    void onChanged(List<CidrAddress> added, List<CidrAddress> removed);

    default void onPrimaryAddressChanged(String oldPrimaryAddress, String newPrimaryAddress) {}
}
