// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.store.StoreException;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where controllers reach a bridge of this computer, so that it can be looked for there when it runs elsewhere. */
final class LastAddresses {
    private static final int MOST = 8;
    private static final Pattern DIGITS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[0-9A-Za-z]+)?");

    private LastAddresses() {}

    /**
     * Those of a bridge now; none while it doesn't listen. Where it listens everywhere, those of IPv4, which stay longest.
     *
     * @throws StoreException when the network can't be looked at
     */
    static List<InetSocketAddress> of(BridgeStatus bridge) {
        Optional<InetSocketAddress> bound = bridge.address();
        if (bound.isEmpty() || !bound.get().getAddress().isAnyLocalAddress()) {
            return bound.stream().toList();
        }
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(each -> each instanceof Inet4Address && !each.isLoopbackAddress())
                    .map(each -> new InetSocketAddress(each, bound.get().getPort()))
                    .sorted(Comparator.comparing(InetSocketAddress::toString))
                    .limit(MOST)
                    .toList();
        } catch (IOException unable) {
            throw new StoreException("the addresses of this computer can't be read (" + unable + ")", unable);
        }
    }

    /** Whether a text is an address of this computer; what is no address in digits is no concern of ours. */
    static boolean isOurs(String text) {
        if (!DIGITS.matcher(text.trim()).matches()) {
            return true;
        }
        try {
            InetAddress address = InetAddress.getByName(text.trim());
            return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException unknown) {
            return false;
        }
    }
}
