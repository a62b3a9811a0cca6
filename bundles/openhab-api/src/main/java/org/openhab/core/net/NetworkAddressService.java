// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.net;

/** The addresses that openHAB was told to use. */
public interface NetworkAddressService {
    /** Null when there is none. */
    String getPrimaryIpv4HostAddress();
    /** Null when there is none. */
    String getConfiguredBroadcastAddress();

    boolean isUseOnlyOneAddress();

    boolean isUseIPv6();

    void addNetworkAddressChangeListener(NetworkAddressChangeListener listener);

    void removeNetworkAddressChangeListener(NetworkAddressChangeListener listener);
}
