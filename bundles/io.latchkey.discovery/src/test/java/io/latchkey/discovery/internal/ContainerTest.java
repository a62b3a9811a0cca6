// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The marks of container engines, and files as Linux shows them below /sys/class/net. */
class ContainerTest {
    @TempDir
    Path root;

    @Test
    void aComputerIsNone() {
        assertFalse(container(Map.of()).isThis());
    }

    @ParameterizedTest
    @CsvSource({"podman,true", "docker,true", "oci,true", "lxc,false", "systemd-nspawn,false"})
    void enginesSetAVariable(String kind, boolean isOne) {
        assertEquals(isOne, container(Map.of("container", kind)).isThis());
    }

    @ParameterizedTest
    @CsvSource({".dockerenv", "run/.containerenv"})
    void enginesLeaveAFile(String file) throws IOException {
        Files.createDirectories(root.resolve("run"));
        Files.createFile(root.resolve(file));
        assertTrue(container(Map.of()).isThis());
    }

    @Test
    void kubernetesNamesItsServer() {
        assertTrue(container(Map.of("KUBERNETES_SERVICE_HOST", "10.96.0.1")).isThis());
    }

    @Test
    void onlyAPairEndsInANetworkOfTheContainers() throws IOException {
        link("eth0", "INTERFACE=eth0\nIFINDEX=7\n");
        link("eth2", "DEVTYPE=macvlan\nINTERFACE=eth2\nIFINDEX=9\n");
        link("eth3", "INTERFACE=eth3\nIFINDEX=3\n");
        Files.createDirectory(root.resolve("sys/class/net/eth3/device"));
        Container container = container(Map.of());
        assertTrue(container.isPaired("eth0"));
        assertFalse(container.isPaired("eth2"), "macvlan");
        assertFalse(container.isPaired("eth3"), "hardware");
        assertFalse(container.isPaired("en0"), "nothing is told, as on a Mac");
    }

    private Container container(Map<String, String> environment) {
        return new Container(root, environment::get);
    }

    private void link(String name, String event) throws IOException {
        Path folder = Files.createDirectories(root.resolve("sys/class/net").resolve(name));
        Files.writeString(folder.resolve("uevent"), event);
    }
}
