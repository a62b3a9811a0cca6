// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as Docker, libvirt, VirtualBox, Kubernetes and WireGuard give them, and as Linux, macOS and routers do. */
class VirtualLinksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker0",
                "docker_gwbridge",
                "br-4f2a9c0d1e7b",
                "vethb1a2c3d",
                "veth0@if7",
                "virbr0",
                "virbr0-nic",
                "vnet3",
                "vboxnet0",
                "vmnet8",
                "lxcbr0",
                "lxdbr0",
                "podman0",
                "cni-podman0",
                "cni0",
                "flannel.1",
                "cali1a2b3c4d5e6",
                "hassio",
                "tun0",
                "tap0",
                "utun4",
                "wg0",
                "tailscale0",
                "awdl0",
                "llw0"
            })
    void leadToNoPhone(String name) {
        assertTrue(VirtualLinks.isVirtual(name), name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eth0",
                "eth0.20",
                "enp3s0",
                "eno1",
                "ens18",
                "enx00e04c680001",
                "wlan0",
                "wlp2s0",
                "wlx00c0ca112233",
                "end0",
                "en0",
                "bond0",
                "br0",
                "br-lan",
                "vmbr0",
                "bridge0",
                "macvlan0"
            })
    void mayLeadToPhones(String name) {
        assertFalse(VirtualLinks.isVirtual(name), name);
    }
}
