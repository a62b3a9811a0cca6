// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.conformance.Bytes;
import io.latchkey.conformance.PairingAnswer;
import io.latchkey.conformance.Put;
import io.latchkey.conformance.RawPairSetup;
import io.latchkey.conformance.RawPairVerify;
import io.latchkey.conformance.RawPairings;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import io.latchkey.pairing.PairingTlv;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The requests byte by byte, as they were seen from Apple's controllers at a bridge of the name "Blue Barn". */
class AppleRequestTest {
    private static final InstanceName BRIDGE = new InstanceName("Blue Barn");
    private static final String HOST = "Host: Blue\\032Barn._hap._tcp.local\r\n";
    private static final AppleDevice PHONE = AppleDevice.of(11);

    @TestFactory
    Stream<DynamicTest> asSeen() {
        return Stream.of(
                text("T6", AppleRequest.accessories(), "GET /accessories", ""),
                text("T10", AppleRequest.read(List.of("2.3", "2.4", "2.6", "2.7")), get("2.3,2.4,2.6,2.7"), ""),
                text("T11", AppleRequest.read(List.of("2.8", "2.5", "3.8", "3.5")), get("2.8,2.5,3.8,3.5"), ""),
                text("T13", AppleRequest.read(List.of("2.7")), get("2.7"), ""),
                put("T14", 107, Put.events("2.9", true).andEvents("2.10", true).andEvents("2.11", true), """
                        {"characteristics":[{"aid":2,"iid":9,"ev":true},{"aid":2,"iid":10,"ev":true},\
                        {"aid":2,"iid":11,"ev":true}]}"""),
                put("T15", 79, Put.events("1.11", true).andEvents("1.11", true), """
                        {"characteristics":[{"aid":1,"iid":11,"ev":true},{"aid":1,"iid":11,"ev":true}]}"""),
                put("T16", 79, Put.events("2.9", false).andEvents("2.5", false), """
                        {"characteristics":[{"aid":2,"iid":9,"ev":false},{"aid":2,"iid":5,"ev":false}]}"""),
                put("T17", 49, Put.value("2.9", "1"), """
                        {"characteristics":[{"aid":2,"iid":9,"value":1}]}"""),
                put("T18", 51, Put.value("2.10", "37"), """
                        {"characteristics":[{"aid":2,"iid":10,"value":37}]}"""),
                put("T19", 79, Put.value("2.10", "45").andValue("2.9", "1"), """
                        {"characteristics":[{"aid":2,"iid":10,"value":45},{"aid":2,"iid":9,"value":1}]}"""),
                put(
                        "T20",
                        137,
                        Put.value("2.9", "0")
                                .andValue("3.9", "1")
                                .andValue("3.10", "20")
                                .andValue("2.10", "60"),
                        """
                        {"characteristics":[{"aid":2,"iid":9,"value":0},{"aid":3,"iid":9,"value":1},\
                        {"aid":3,"iid":10,"value":20},{"aid":2,"iid":10,"value":60}]}"""),
                text(
                        "T22",
                        AppleRequest.prepare("6407123398845507132"),
                        "PUT /prepare",
                        "Content-Length: 38\r\nContent-Type: application/hap+json\r\n",
                        "{\"ttl\":5000,\"pid\":6407123398845507132}"),
                put(
                        "T23",
                        140,
                        Put.value("9.11", "2")
                                .andValue("9.15", "21.1")
                                .andValue("9.13", "21.1")
                                .pidFirst("6407123398845507132"),
                        """
                        {"pid":6407123398845507132,"characteristics":[{"aid":9,"iid":11,"value":2},\
                        {"aid":9,"iid":15,"value":21.1},{"aid":9,"iid":13,"value":21.1}]}"""),
                put("T24", 95, Put.value("7.10", "0").andValue("8.10", "0").pid("905522117"), """
                        {"characteristics":[{"aid":7,"iid":10,"value":0},{"aid":8,"iid":10,"value":0}],\
                        "pid":905522117}"""),
                put("T25", 77, Put.value("4.14", "\"ASQBAQ0CHAEQ\\/w==\"").withResponse(), """
                        {"characteristics":[{"aid":4,"iid":14,"value":"ASQBAQ0CHAEQ\\/w==","r":true}]}"""),
                text(
                        "T26",
                        AppleRequest.snapshot(6),
                        "POST /resource",
                        "Content-Length: 70\r\nContent-Type: application/hap+json\r\n",
                        "{\"resource-type\":\"image\",\"image-width\":640,\"image-height\":360,\"aid\":6}"),
                put("T27", 49, Put.value("1.2", "1"), """
                        {"characteristics":[{"aid":1,"iid":2,"value":1}]}"""));
    }

    @Test
    @DisplayName("T12 has 200 ids and a target of 1107 bytes with the method's blank and the version left out")
    void allValues() {
        List<String> ids = IntStream.rangeClosed(2, 101)
                .boxed()
                .flatMap(aid -> Stream.of(aid + ".9", aid + ".10"))
                .toList();
        assertEquals(1107, AppleRequest.read(ids).target().length());
    }

    @Test
    @DisplayName("T21 has 1805 bytes of body and 1932 in all: a frame of 1024 and one of 908")
    void scene() {
        Put scene = Put.value("2.10", "40").andValue("2.9", "1");
        for (int aid = 3; aid <= 31; aid++) {
            scene = scene.andValue(aid + ".10", "40").andValue(aid + ".9", "1");
        }
        AppleRequest request = AppleRequest.write(scene);
        assertEquals(1805, request.body().length);
        assertEquals(1932, request.bytes(BRIDGE).length);
    }

    @Test
    @DisplayName("T1 is six bytes, Method first")
    void setupBegins() {
        assertArrayEquals(
                Bytes.join(head("/pair-setup", 6), Bytes.hex("000100060101")),
                AppleRequest.pairSetup(RawPairSetup.M1).bytes(BRIDGE));
    }

    @Test
    @DisplayName("T2 is 457 bytes: State, PublicKey in parts of 255 and 129, Proof")
    void setupProves() {
        byte[] m3 = setup().m3();
        assertEquals(457, m3.length);
        assertArrayEquals(Bytes.hex("06010303ff"), Arrays.copyOf(m3, 5));
        assertArrayEquals(Bytes.hex("0381"), Arrays.copyOfRange(m3, 260, 262));
        assertArrayEquals(Bytes.hex("0440"), Arrays.copyOfRange(m3, 391, 393));
    }

    @Test
    @DisplayName("T3 is 159 bytes: EncryptedData of 154, then State")
    void setupIntroduces() {
        assertSealedBeforeState(setup().m5(PHONE.keys()), 154, 5);
    }

    @Test
    @DisplayName("T4 is State and PublicKey, 37 bytes, without Method")
    void verifyBegins() {
        byte[] m1 = new RawPairVerify().m1();
        assertEquals(37, m1.length);
        assertArrayEquals(Bytes.hex("0601010320"), Arrays.copyOf(m1, 5));
        assertTrue(new String(AppleRequest.pairVerify(m1).bytes(BRIDGE), StandardCharsets.ISO_8859_1)
                .startsWith(new String(head("/pair-verify", 37), StandardCharsets.US_ASCII)));
    }

    @Test
    @DisplayName("T5 is 125 bytes: EncryptedData of 120, then State")
    void verifyProves() {
        byte[] any = new byte[32];
        assertSealedBeforeState(new RawPairVerify.Agreement(any, any, any).m3(PHONE.keys()), 120, 3);
    }

    @Test
    @DisplayName("T7 is 81 bytes: Method, State, Identifier, PublicKey, Permissions")
    void add() {
        byte[] add = RawPairings.add(PHONE.admin());
        byte[] expected = Bytes.join(
                Bytes.hex("0001030601010124"),
                Bytes.of(PHONE.keys().id().text()),
                Bytes.hex("0320"),
                PHONE.admin().publicKey(),
                Bytes.hex("0b0101"));
        assertArrayEquals(expected, add);
        assertEquals(81, add.length);
    }

    @Test
    @DisplayName("T8 is six bytes, T9 is 44 with an upper-case UUID")
    void listAndRemove() {
        assertArrayEquals(Bytes.hex("000105060101"), RawPairings.LIST);
        byte[] remove = RawPairings.remove(new ControllerId("7C1D2A90-4B6E-4F03-9A55-0E8D3B6F1C22"));
        assertArrayEquals(
                Bytes.join(Bytes.hex("0001040601010124"), Bytes.of("7C1D2A90-4B6E-4F03-9A55-0E8D3B6F1C22")), remove);
        assertEquals(44, remove.length);
    }

    /** What a phone computes from an M2 of any key. */
    private static RawPairSetup setup() {
        byte[] key = new byte[384];
        Arrays.fill(key, (byte) 5);
        Tlv8 m2 = Tlv8.builder()
                .integer(PairingTlv.STATE, 2)
                .bytes(PairingTlv.PUBLIC_KEY, key)
                .bytes(PairingTlv.SALT, new byte[16])
                .build();
        List<WireMessage.Header> headers = List.of(new WireMessage.Header("content-type", WireClient.TLV));
        WireMessage answer = new WireMessage("HTTP/1.1 200 OK", headers, m2.bytes());
        return RawPairSetup.after(new PairingAnswer("T1", answer), SetupCode.of("482-61-937"));
    }

    private static void assertSealedBeforeState(byte[] message, int sealed, int state) {
        assertEquals(2 + sealed + 3, message.length);
        assertArrayEquals(new byte[] {5, (byte) sealed}, Arrays.copyOf(message, 2));
        assertArrayEquals(
                new byte[] {6, 1, (byte) state}, Arrays.copyOfRange(message, message.length - 3, message.length));
    }

    private static byte[] head(String path, int length) {
        return Bytes.of("POST " + path + " HTTP/1.1\r\n" + HOST + "Content-Length: " + length
                + "\r\nContent-Type: application/pairing+tlv8\r\n\r\n");
    }

    private static String get(String ids) {
        return "GET /characteristics?id=" + ids;
    }

    private static DynamicTest put(String template, int length, Put put, String body) {
        String about = "Content-Length: " + length + "\r\nContent-Type: application/hap+json\r\n";
        return text(template, AppleRequest.write(put), "PUT /characteristics", about, body);
    }

    private static DynamicTest text(String template, AppleRequest request, String line, String about, String... body) {
        String expected = line + " HTTP/1.1\r\n" + HOST + about + "\r\n" + String.join("", body);
        return DynamicTest.dynamicTest(
                template, () -> assertEquals(expected, new String(request.bytes(BRIDGE), StandardCharsets.UTF_8)));
    }
}
