// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import java.util.regex.Pattern;

/**
 * Knows by their names the network interfaces behind which there are containers, virtual machines or tunnels, and no phones.
 * A bridge that somebody has made for the network of the house ({@code br0}, {@code br-lan}, {@code vmbr0}) is none of them.
 */
final class VirtualLinks {
    private static final Pattern NAMES = Pattern.compile("("
            + String.join(
                    "|",
                    "docker\\w*",
                    "br-[0-9a-f]{12}",
                    "veth.*",
                    "virbr\\d+.*",
                    "vnet\\d+",
                    "vboxnet\\d+",
                    "vmnet\\d+",
                    "lxcbr\\d+",
                    "lxdbr\\d+",
                    "incusbr-?\\d+",
                    "fwbr\\d+.*",
                    "fwln\\d+.*",
                    "fwpr\\d+.*",
                    "podman\\d+",
                    "cni\\d+",
                    "cni-podman\\d+",
                    "flannel.*",
                    "cali.*",
                    "kube-.*",
                    "hassio",
                    "tun\\d+",
                    "tap\\d+.*",
                    "utun\\d+",
                    "wg\\d+",
                    "zt\\w+",
                    "tailscale\\d+",
                    "ppp\\d+",
                    "awdl\\d+",
                    "llw\\d+",
                    "dummy\\d+")
            + ")");

    private VirtualLinks() {}

    static boolean isVirtual(String name) {
        return NAMES.matcher(name).matches();
    }
}
