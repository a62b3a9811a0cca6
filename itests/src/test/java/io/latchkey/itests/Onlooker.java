// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * npm's hap-controller in a process of its own, which looks at the home over and over, listens, and tells each thing that
 * has changed with the time at which it saw it. No request of it may fail, and no session may end.
 */
final class Onlooker implements AutoCloseable {
    private static final int LIFE_SECONDS = 600;
    private static final int END_SECONDS = 30;

    private final Process node;
    private final Path log;
    private final List<JsonObject> told = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> listening;

    private Onlooker(Process node, Path log) {
        this.node = node;
        this.log = log;
        this.listening = CompletableFuture.runAsync(this::listen);
    }

    /** Installs it below the build directory and lets it pair. */
    static Onlooker start(String host, int port, String deviceId, String setupCode)
            throws IOException, InterruptedException {
        Npm npm = Npm.install();
        Process node = npm.start(
                "hot-deploy",
                Map.of("HOST", host, "PORT", String.valueOf(port), "DEVICE_ID", deviceId, "SETUP_CODE", setupCode));
        Eventually.endAfter(LIFE_SECONDS, node);
        return new Onlooker(node, npm.log("hot-deploy"));
    }

    /** How much it has told: from here on, what it tells is new. */
    int now() {
        return told.size();
    }

    /** What it has told since then. */
    List<JsonObject> since(int moment) {
        return told.subList(moment, told.size());
    }

    /** The first thing of that kind since then that is as wanted, waited for. */
    JsonObject awaited(Duration patience, int moment, String what, Predicate<JsonObject> wanted) {
        return Eventually.present(patience, what, () -> {
            assertAlive();
            return since(moment).stream().filter(wanted).findFirst();
        });
    }

    /** The lists of accessories that it has seen since then, each of which differs from the one before. */
    List<JsonObject> lists(int moment) {
        return since(moment).stream().filter(each -> isA("home", each)).toList();
    }

    /** The accessories that it saw last, each with the ids of its characteristics. */
    JsonObject home() {
        return told.stream()
                .filter(each -> isA("home", each))
                .reduce((before, last) -> last)
                .map(each -> each.getAsJsonObject("home"))
                .orElseThrow();
    }

    /** The id of a characteristic that it saw last. */
    String id(String accessory, String type) {
        for (JsonElement each : home().getAsJsonArray(accessory)) {
            String uuid = each.getAsJsonArray().get(1).getAsString();
            if (uuid.replaceFirst("^0+", "").equals(type)) {
                return each.getAsJsonArray().get(0).getAsString();
            }
        }
        throw new AssertionError(accessory + " has no characteristic " + type + ": " + home());
    }

    /** Lets it write a value. */
    void write(String id, boolean value) throws IOException {
        Writer writer = node.outputWriter();
        writer.write("{\"" + id + "\": " + value + "}\n");
        writer.flush();
    }

    /** The statuses that it read of an accessory since then. */
    Set<Integer> statuses(int moment, String accessory) {
        return since(moment).stream()
                .filter(each -> isRead(accessory, each))
                .flatMap(each -> each.getAsJsonObject("read").entrySet().stream())
                .map(entry -> entry.getValue().getAsJsonObject().get("status").getAsInt())
                .collect(Collectors.toSet());
    }

    /** Lets it end, and tells how many connections it needed in its life. */
    int end() throws IOException, InterruptedException {
        node.outputWriter().close();
        Npm.finish(node, END_SECONDS, "hap-controller", log);
        listening.join();
        return told.get(told.size() - 1).get("connections").getAsInt();
    }

    @Override
    public void close() {
        node.destroyForcibly();
    }

    /** Whether it tells what the accessories are. */
    static boolean isHome(JsonObject told, Predicate<JsonObject> wanted) {
        return isA("home", told) && wanted.test(told.getAsJsonObject("home"));
    }

    /** Whether it tells values of that accessory. */
    static boolean isRead(String accessory, JsonObject told) {
        return isA("read", told) && told.get("name").getAsString().equals(accessory);
    }

    /** Whether it tells of that characteristic, without a fault, that value. */
    static boolean isRead(String accessory, String id, String value, JsonObject told) {
        return isRead(accessory, told)
                && Optional.ofNullable(told.getAsJsonObject("read").getAsJsonObject(id))
                        .filter(read -> read.get("status").getAsInt() == 0)
                        .filter(read -> read.get("value").getAsString().equals(value))
                        .isPresent();
    }

    /** Whether it tells that status of some value of that accessory. */
    static boolean isStatus(String accessory, int status, JsonObject told) {
        return isRead(accessory, told)
                && told.getAsJsonObject("read").entrySet().stream()
                        .anyMatch(read ->
                                read.getValue().getAsJsonObject().get("status").getAsInt() == status);
    }

    /** Whether it is of that kind. */
    static boolean isA(String what, JsonObject told) {
        return told.get("what").getAsString().equals(what);
    }

    /** When it saw what it tells, in milliseconds since 1970. */
    static long at(JsonObject told) {
        return told.get("at").getAsLong();
    }

    private void listen() {
        try (BufferedReader lines = node.inputReader()) {
            lines.lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .forEach(told::add);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void assertAlive() throws IOException {
        if (!node.isAlive()) {
            throw new AssertionError("hap-controller has ended:\n" + Files.readString(log));
        }
    }
}
