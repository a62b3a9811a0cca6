// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Questions as Apple's controllers put them on the network: all in one packet, each asking for an answer by unicast, and
 * the one that discovers with an OPT record that names its sender.
 *
 * @param names each as its labels
 * @param types one for each name
 * @param owner whether there is an OPT record with an owner option
 */
record DnsQuestion(List<List<String>> names, List<Integer> types, boolean owner) {
    static final int A = 1;
    static final int PTR = 12;
    static final int TXT = 16;
    static final int AAAA = 28;
    static final int SRV = 33;

    static final List<String> SERVICE = List.of("_hap", "_tcp", "local");

    private static final int UNICAST_IN = 0x8001;
    private static final int OPT = 41;
    private static final int PAYLOAD = 1440;
    private static final int OWNER_OPTION = 4;
    /** Version, sequence, and two hardware addresses: 14 bytes. */
    private static final byte[] OWNER = {0, 42, 2, 0x5e, 0x10, 0, 0, 7, 2, 0x5e, 0x10, 0, 0, 8};

    /** What a phone asks when somebody wants to add an accessory. */
    static DnsQuestion discovery() {
        List<List<String>> names = List.of(
                List.of("_companion-link", "_tcp", "local"),
                SERVICE,
                List.of("_homekit", "_tcp", "local"),
                List.of("_hap", "_udp", "local"),
                List.of("_airplay", "_tcp", "local"),
                List.of("_raop", "_tcp", "local"));
        return new DnsQuestion(names, List.of(PTR, PTR, PTR, PTR, PTR, PTR), true);
    }

    /** What a phone asks that comes back. */
    static DnsQuestion service() {
        return new DnsQuestion(List.of(SERVICE), List.of(PTR), false);
    }

    /** What it asks of the instance then. */
    static DnsQuestion instance(List<String> name) {
        return new DnsQuestion(List.of(name, name), List.of(TXT, SRV), false);
    }

    /** What it asks of its host then. */
    static DnsQuestion host(List<String> name) {
        return new DnsQuestion(List.of(name, name), List.of(AAAA, A), false);
    }

    byte[] bytes() {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        int[] header = {0, 0, names.size(), 0, 0, owner ? 1 : 0};
        for (int number : header) {
            number(packet, number);
        }
        for (int i = 0; i < names.size(); i++) {
            name(packet, names.get(i));
            number(packet, types.get(i));
            number(packet, UNICAST_IN);
        }
        if (owner) {
            option(packet);
        }
        return packet.toByteArray();
    }

    private static void option(ByteArrayOutputStream packet) {
        packet.write(0);
        int[] record = {OPT, PAYLOAD, 0, 0x1194, OWNER.length + 4, OWNER_OPTION, OWNER.length};
        for (int number : record) {
            number(packet, number);
        }
        packet.writeBytes(OWNER);
    }

    private static void name(ByteArrayOutputStream packet, List<String> labels) {
        for (String label : labels) {
            byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
            packet.write(bytes.length);
            packet.writeBytes(bytes);
        }
        packet.write(0);
    }

    private static void number(ByteArrayOutputStream packet, int number) {
        packet.write(number >> 8);
        packet.write(number);
    }
}
