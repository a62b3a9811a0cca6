// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonObject;
import io.latchkey.api.identity.DeviceId;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Phones in a network, which are npm's hap-controller: they do as they are told and stay until they are closed. */
final class Phones implements AutoCloseable {
    private static final int ORDER_SECONDS = 30;

    private final String host;
    private final Process node;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    /**
     * Starts them.
     *
     * @param words behind which they run, as in a namespace
     * @param host the address at which they look for bridges
     */
    Phones(List<String> words, String host) throws IOException, InterruptedException {
        this.host = host;
        node = Npm.install().startBehind(words, "phones", Map.of());
        answers = node.inputReader(StandardCharsets.UTF_8);
        orders = node.outputWriter(StandardCharsets.UTF_8);
    }

    /** One pairs and stays connected. */
    void pair(DeviceId bridge, int port) throws IOException {
        order("pair", bridge, port);
    }

    /** One tries a wrong setup code. */
    void guess(DeviceId bridge, int port) throws IOException {
        order("guess", bridge, port);
    }

    /** One pairs, loses its pairing and goes on trying to connect. */
    void knock(DeviceId bridge, int port) throws IOException {
        order("knock", bridge, port);
    }

    /** The one that has paired asks for more than anybody holds in hand, and reads nothing from now on. */
    void stall(DeviceId bridge, int port) throws IOException {
        order("stall", bridge, port);
    }

    private void order(String what, DeviceId bridge, int port) throws IOException {
        JsonObject target = new JsonObject();
        target.addProperty("id", bridge.text());
        target.addProperty("host", host);
        target.addProperty("port", port);
        target.addProperty("code", FrameworkBridge.CODE.text());
        JsonObject order = new JsonObject();
        order.addProperty("order", what);
        order.add("bridge", target);
        orders.write(order + "\n");
        orders.flush();
        String answer = answer();
        if (!"done".equals(answer)) {
            throw new AssertionError(what + " at port " + port + ": " + answer);
        }
    }

    private String answer() throws IOException {
        var end = Eventually.endAfter(ORDER_SECONDS, node);
        String answer = answers.readLine();
        end.cancel(false);
        return answer;
    }

    @Override
    public void close() {
        node.destroyForcibly();
    }
}
