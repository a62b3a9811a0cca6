// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What HAP-NodeJS answers to requests for Adaptive Lighting. */
final class HapNodeJsLighting {
    private static final int NODE_SECONDS = 60;

    private HapNodeJsLighting() {}

    static JsonObject answers(LightCurve curve, List<byte[]> requests) throws Exception {
        Npm npm = Npm.install();
        Process node = npm.start(
                "adaptive-lighting",
                Map.of(
                        "BRIGHTNESS", String.valueOf(curve.brightness()),
                        "WARMTH", String.valueOf(curve.warmth())),
                requests.stream().map(HapNodeJsLighting::hex).toArray(String[]::new));
        try {
            Eventually.endAfter(NODE_SECONDS, node);
            JsonObject told = JsonParser.parseReader(node.inputReader()).getAsJsonObject();
            Npm.finish(node, NODE_SECONDS, "hap-nodejs", npm.log("adaptive-lighting"));
            return told;
        } finally {
            node.destroyForcibly();
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
