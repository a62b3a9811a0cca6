// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.itests.wire.Accessories;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Karaf's web console as a browser uses it: reads the configuration page and posts its form. */
final class WebConsole {
    private static final String NEW = "[Temporary PID replaced by real PID upon save]";
    private static final Pattern DATA = Pattern.compile("configData = (\\{.*\\});");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI page;
    private final String authorization;

    WebConsole(int port, String user, String password) {
        this.page = URI.create("http://127.0.0.1:" + port + "/system/console/configMgr");
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** Fills in the form of a factory and saves it; gives the answer as it is. */
    HttpResponse<String> create(String factory, Map<String, String> typed) throws IOException, InterruptedException {
        return save(NEW, Map.of("factoryPid", factory), filled(form(factory), typed));
    }

    /** Fills in the form of a configuration that there is and saves it. */
    HttpResponse<String> change(String pid, Map<String, String> typed) throws IOException, InterruptedException {
        return save(pid, Map.of(), filled(form(pid), typed));
    }

    /** Presses the delete button of a configuration. */
    HttpResponse<String> delete(String pid) throws IOException, InterruptedException {
        return post(pid, Map.of("apply", "1", "delete", "1"));
    }

    /** The form of a configuration or a factory: title, description, fields with their values. */
    JsonObject form(String pid) throws IOException, InterruptedException {
        return JsonParser.parseString(post(pid, Map.of()).body()).getAsJsonObject();
    }

    /** The list of configurations that the page shows. */
    JsonArray configurations() throws IOException, InterruptedException {
        String html = send(HttpRequest.newBuilder(page).GET()).body();
        Matcher data = DATA.matcher(html);
        if (!data.find()) {
            throw new AssertionError("no list in " + html);
        }
        return JsonParser.parseString(data.group(1)).getAsJsonObject().getAsJsonArray("pids");
    }

    /** Whether somebody is there. */
    boolean answers() throws IOException, InterruptedException {
        try {
            return send(HttpRequest.newBuilder(page.resolve("bundles.json")).GET())
                            .statusCode()
                    == 200;
        } catch (ConnectException nobody) {
            return false;
        }
    }

    /**
     * All bundles, each as symbolic name, version and state with a blank between. While features come and go the console
     * is away for a moment and answers with a page.
     */
    Set<String> bundles() {
        return Eventually.present(PATIENCE, "the console's list of bundles", this::listed);
    }

    private Optional<Set<String>> listed() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(page.resolve("bundles.json")).GET());
        boolean isList = answer.headers()
                .firstValue("content-type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
        return answer.statusCode() == 200 && isList ? Optional.of(bundles(answer.body())) : Optional.empty();
    }

    private static Set<String> bundles(String json) {
        return Accessories.objects(
                        JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("data"))
                .map(bundle -> Stream.of("symbolicName", "version", "state")
                        .map(member -> bundle.get(member).getAsString())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A browser sends every field, also those that nobody touched. */
    private static Map<String, String> filled(JsonObject form, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>();
        JsonObject properties = form.getAsJsonObject("properties");
        for (String name : properties.keySet()) {
            fields.put(name, properties.getAsJsonObject(name).get("value").getAsString());
        }
        fields.putAll(typed);
        return fields;
    }

    private HttpResponse<String> save(String pid, Map<String, String> more, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>(more);
        form.put("apply", "true");
        form.put("action", "ajaxConfigManager");
        form.putAll(fields);
        form.put("propertylist", String.join(",", fields.keySet()));
        return post(pid, form);
    }

    private HttpResponse<String> post(String pid, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        URI target = URI.create(page + "/" + encode(pid).replace("+", "%20"));
        return send(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(
                request.header("Authorization", authorization)
                        .header("Referer", page.toString())
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The configuration that is listed under a name. */
    Optional<String> named(String name) throws Exception {
        for (JsonElement each : configurations()) {
            JsonObject entry = each.getAsJsonObject();
            if (entry.has("nameHint") && entry.get("nameHint").getAsString().contains(name)) {
                return Optional.of(entry.get("id").getAsString());
            }
        }
        return Optional.empty();
    }
}
