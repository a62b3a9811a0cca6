// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.diagnostics;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.AccessoryState;
import io.latchkey.api.store.AccessoryStates;
import io.latchkey.api.store.BeforeRestore;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.ControllerWrite;
import io.latchkey.api.store.ControllerWrite.SentCommand;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Happening;
import io.latchkey.api.store.Happening.Kind;
import io.latchkey.api.store.History;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import io.latchkey.api.store.Verifier;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.server.internal.fake.FakeStore;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/**
 * A home whose secrets are known, and a framework in which a verb and a log tell all of them in every form that a careless
 * program could find.
 */
final class SecretHome {
    static final String ITEM = "Desk_Lamp";

    private static final SetupCode CODE = SetupCode.of("482-61-937");
    private static final SetupCode CONFIGURED = SetupCode.of("731-55-208");
    private static final String PHONE = "3F1C9A52-7E0B-4D66-9A3B-5C0D8E7F1A2B";
    private static final String HUB = "Hüb of Ünïque";
    private static final String OWN = "latchkey-doctor-7F";
    private static final String STRANGER = "A9B8C7D6-0000-4111-8222-333344445555";
    private static final String TEXT_VALUE = "Grandmother's radio";
    private static final String DECIMAL_VALUE = "21.875";
    private static final List<String> PUBLIC = List.of("93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946");

    private final Random random = new Random(18);
    private final List<byte[]> keys = new ArrayList<>();
    private final BridgeMemory memory = memory();

    private byte[] key(int length) {
        byte[] key = new byte[length];
        random.nextBytes(key);
        keys.add(key);
        return key;
    }

    private BridgeMemory memory() {
        Pairings pairings = new Pairings(List.of(
                new Pairing(new ControllerId(PHONE), key(32), Permissions.ADMIN),
                new Pairing(new ControllerId(HUB), key(32), Permissions.REGULAR)));
        AccessoryState state = new AccessoryState(
                Map.of("a/Name", Value.of(TEXT_VALUE), "a/CurrentTemperature", Value.of(21.875)),
                Optional.empty(),
                Map.of());
        ControllerKeys.Peer peer = new ControllerKeys.Peer(new DeviceId("11:22:33:44:55:66"), key(32));
        return BridgeMemory.EMPTY
                .with(Domain.IDENTITY, new AccessoryIdentity(new DeviceId("E1:91:1A:70:85:AA"), key(32), key(32)))
                .with(
                        Domain.SETUP,
                        new Setup(
                                new SetupId("Q7X2"),
                                Optional.of(CODE),
                                Optional.of(new Verifier(key(16), key(384))),
                                0))
                .with(Domain.PAIRINGS, pairings)
                .with(Domain.CONTROLLER, new ControllerKeys(new ControllerId(OWN), key(32), List.of(peer)))
                .with(Domain.STATES, new AccessoryStates(Map.of("test/lamp", state)))
                .with(
                        Domain.BEFORE_TAKEOVER,
                        BridgeMemory.EMPTY.with(
                                Domain.IDENTITY,
                                new AccessoryIdentity(new DeviceId("E1:91:1A:70:85:AB"), key(32), key(32))))
                .with(
                        Domain.BEFORE_RESTORE,
                        new BeforeRestore(
                                BridgeMemory.EMPTY.with(
                                        Domain.IDENTITY,
                                        new AccessoryIdentity(new DeviceId("E1:91:1A:70:85:AC"), key(32), key(32))),
                                Optional.of(Map.of("setupCode", CODE.text()))));
    }

    BridgeStore store() {
        FakeStore store = new FakeStore();
        store.change("home", now -> memory);
        return store;
    }

    BridgeStore unreadable(RuntimeException failure) {
        return fake(BridgeStore.class, (name, arguments) -> {
            if (name.equals("location")) {
                return Path.of("nowhere");
            }
            throw failure;
        });
    }

    BridgeRuntime runtime() {
        return fake(BridgeRuntime.class, (name, arguments) -> switch (name) {
            case "bridges" -> List.of(status());
            case "history" -> history();
            default -> List.of();
        });
    }

    private static BridgeStatus status() {
        return new BridgeStatus(
                "home",
                "Home",
                BridgeStatus.State.READY,
                Optional.empty(),
                Optional.empty(),
                2,
                1,
                0,
                new ConfigurationNumber(1),
                Optional.of(CODE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "io.latchkey.bridge~home");
    }

    private static History history() {
        Instant noon = Instant.parse("2026-11-30T12:00:00Z");
        return new History(
                List.of(
                        new Happening(
                                noon,
                                noon,
                                1,
                                Kind.VERIFIED,
                                Optional.of(new ControllerId(PHONE)),
                                Optional.of(PUBLIC.get(0)),
                                ""),
                        new Happening(
                                noon,
                                noon,
                                1,
                                Kind.REFUSED,
                                Optional.of(new ControllerId(STRANGER)),
                                Optional.of(PUBLIC.get(1)),
                                "it isn't paired")),
                List.of(new ControllerWrite(
                        noon,
                        new ControllerId(HUB),
                        true,
                        "Lamp",
                        ITEM,
                        "CurrentTemperature",
                        DECIMAL_VALUE,
                        List.of(new SentCommand(ITEM, DECIMAL_VALUE + " °C")),
                        HapStatus.SUCCESS)));
    }

    /** Each secret in each form that somebody could look for; written down here by other means than the program has. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>(PUBLIC);
        for (byte[] key : keys) {
            secrets.addAll(forms(key));
        }
        for (String code : List.of(CODE.text(), CONFIGURED.text())) {
            secrets.addAll(List.of(code, code.replace("-", "")));
            secrets.addAll(forms(code.getBytes(StandardCharsets.UTF_8)));
        }
        for (String id : List.of(PHONE, HUB, OWN)) {
            secrets.addAll(List.of(id, id.toLowerCase(Locale.ROOT), id.replace("-", "")));
            secrets.addAll(forms(id.getBytes(StandardCharsets.UTF_8)));
        }
        secrets.addAll(List.of(STRANGER, TEXT_VALUE, DECIMAL_VALUE, "H\\u00fcb of \\u00dcn\\u00efque"));
        return secrets;
    }

    private static List<String> forms(byte[] secret) {
        byte[] reversed = new StringBuilder(new String(secret, StandardCharsets.ISO_8859_1))
                .reverse()
                .toString()
                .getBytes(StandardCharsets.ISO_8859_1);
        List<String> forms = new ArrayList<>();
        for (byte[] way : List.of(secret, reversed)) {
            String hex = String.format("%0" + 2 * way.length + "x", new BigInteger(1, way));
            forms.add(hex);
            forms.add(hex.toUpperCase(Locale.ROOT));
            forms.add(HexFormat.ofDelimiter("-").withUpperCase().formatHex(way));
            forms.add(HexFormat.ofDelimiter(":").formatHex(way));
            forms.add(Base64.getEncoder().encodeToString(way).replace("=", ""));
            forms.add(Base64.getUrlEncoder().encodeToString(way).replace("=", ""));
            forms.add(new String(way, StandardCharsets.ISO_8859_1));
        }
        return forms;
    }

    /** A text that has all of them. */
    String spoken() {
        return String.join("\nthe pulse is ", secrets());
    }

    String log() {
        return """
                2026-11-30T12:00:00 | INFO | x | Bridge | io.latchkey.server | started for 192.168.1.7 and %s
                2026-11-30T12:00:01 | WARN | x | Other | org.example | somebody else says %s
                2026-11-30T12:00:02 | WARN | x | ValueWarning | io.latchkey.exposure | Item Desk_Lamp says 17 °C, which means nothing
                    at io.example.Stack
                2026-11-30T12:00:02 | INFO | x | i.l.s.i.b.Bridge | said by one whose name Karaf abbreviates
                2026-11-30 12:00:02.123 [WARN ] [tchkey.server.internal.bridge.Bridge] - said by one whose name openHAB cuts
                2026-11-30T12:00:03 | WARN | x | CommandDispatcher | io.latchkey.exposure | Item A didn't take the command ON: no
                """.formatted(PUBLIC.get(0), PHONE);
    }

    /** A framework with a verb {@code doctor} that tells everything, and a configured bridge. */
    BundleContext framework(Map<String, String> properties) {
        ServiceReference<?> verb = fake(ServiceReference.class, (name, arguments) -> null);
        ServiceReference<?> bridge = fake(ServiceReference.class, (name, arguments) -> switch (name) {
            case "getPropertyKeys" -> new String[] {"id", "setupCode", "service.pid"};
            case "getProperty" ->
                Map.of("id", "home", "setupCode", CONFIGURED.text(), "service.pid", "io.latchkey.bridge~home")
                        .get(arguments[0]);
            default -> null;
        });
        Bundle ours = fake(Bundle.class, (name, arguments) -> switch (name) {
            case "getSymbolicName" -> "io.latchkey.server";
            case "getVersion" -> new Version("0.1.0");
            case "getState" -> Bundle.ACTIVE;
            case "findEntries" -> Collections.enumeration(List.of(entry("Bridge"), entry("Bridge$Inner")));
            default -> null;
        });
        return fake(BundleContext.class, (name, arguments) -> switch (name) {
            case "getProperty" -> properties.get(arguments[0]);
            case "getBundles" -> new Bundle[] {ours};
            case "getServiceReferences" -> List.of(verb);
            case "getAllServiceReferences" -> new ServiceReference<?>[] {bridge};
            case "getService" -> doctor();
            default -> null;
        });
    }

    private static URL entry(String name) {
        try {
            return new URL("file:/io/latchkey/server/internal/bridge/" + name + ".class");
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Verb doctor() {
        return fake(Verb.class, (name, arguments) -> switch (name) {
            case "run" -> VerbResult.done("the pulse is " + spoken());
            case "complete" -> List.of();
            default -> name.equals("name") ? "doctor" : "";
        });
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> "fake " + type.getSimpleName();
                    case "ungetService" -> true;
                    default -> answer.to(method.getName(), arguments);
                }));
    }
}
