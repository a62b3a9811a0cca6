// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The distribution or Karaf as it comes, unpacked in a folder, all its ports free ones on the loopback. */
public final class KarafFolder {
    private static final String USER = "admin";
    private static final String PASSWORD =
            "smoke-" + ThreadLocalRandom.current().nextLong(1L << 40);

    private final Path home;
    private final int httpPort;
    private final int sshPort;
    private final int registryPort;
    private final int serverPort;
    private final Map<String, String> variables = new HashMap<>();
    private List<String> prefix = List.of();

    private KarafFolder(Path home) throws IOException {
        this.home = home;
        this.httpPort = freePort();
        this.sshPort = freePort();
        this.registryPort = freePort();
        this.serverPort = freePort();
    }

    /** Unpacks the distribution and configures its ports, its administrator and the files given. */
    static KarafFolder unpack(Path folder, Map<String, String> etc) throws IOException, InterruptedException {
        KarafFolder karaf = unpack(Built.target().resolve("distribution/latchkey-distribution.tar.gz"), folder);
        karaf.put("org.ops4j.pax.web.cfg", "org.osgi.service.http.port", String.valueOf(karaf.httpPort));
        for (Map.Entry<String, String> file : etc.entrySet()) {
            Files.writeString(karaf.etc(file.getKey()), file.getValue());
        }
        return karaf;
    }

    /**
     * Unpacks Karaf as it comes and configures its ports and an administrator. It finds neither a network nor a Maven
     * repository of this computer's, so that what is installed brings along all it needs.
     */
    static KarafFolder unpackStock(Path folder) throws IOException, InterruptedException {
        KarafFolder karaf = unpack(Built.target().resolve("karaf/apache-karaf.tar.gz"), folder);
        karaf.put("org.apache.karaf.shell.cfg", "sshHost", "127.0.0.1");
        karaf.put("org.apache.karaf.management.cfg", "rmiRegistryHost", "127.0.0.1");
        karaf.put("org.apache.karaf.management.cfg", "rmiServerHost", "127.0.0.1");
        Path maven = karaf.etc("org.ops4j.pax.url.mvn.cfg");
        String offline = Files.readString(maven)
                .replaceAll("(?m)^(org\\.ops4j\\.pax\\.url\\.mvn\\.repositories)=(.*\\\\\\R)*.*$", "$1=");
        Files.writeString(
                maven, offline + "\norg.ops4j.pax.url.mvn.localRepository = " + folder.resolve("no-maven") + "\n");
        return karaf;
    }

    private static KarafFolder unpack(Path archive, Path folder) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder(
                        "tar", "xzf", archive.toString(), "--strip-components=1", "-C", folder.toString())
                .inheritIO()
                .start();
        if (tar.waitFor() != 0) {
            throw new AssertionError("tar can't unpack " + archive);
        }
        KarafFolder karaf = new KarafFolder(folder);
        karaf.put("org.apache.karaf.shell.cfg", "sshPort", String.valueOf(karaf.sshPort));
        karaf.put("org.apache.karaf.management.cfg", "rmiRegistryPort", String.valueOf(karaf.registryPort));
        karaf.put("org.apache.karaf.management.cfg", "rmiServerPort", String.valueOf(karaf.serverPort));
        Files.writeString(
                karaf.etc("users.properties"),
                USER + " = " + PASSWORD + ",group,admin,manager,viewer,systembundles,ssh\n");
        return karaf;
    }

    /** Unpacks Karaf with its own features, web console included, and nothing of ours, not even to look up. */
    static KarafFolder unpackPlain(Path folder, Map<String, String> etc) throws IOException, InterruptedException {
        KarafFolder karaf = unpack(folder, etc);
        Built.delete(folder.resolve("system/io/latchkey"));
        Built.delete(folder.resolve("system/com/google/code/gson"));
        Built.delete(folder.resolve("system/org/jmdns"));
        Path features = karaf.etc("org.apache.karaf.features.cfg");
        String without = Files.readString(features)
                .replaceAll("mvn:io\\.latchkey/\\S+,", "")
                .replaceAll("(latchkey|ssh)/\\S+,", "")
                .replaceAll("latchkey-webconsole/\\S+,", "http-whiteboard, webconsole,");
        Files.writeString(features, without);
        return karaf;
    }

    /** Where it is unpacked. */
    Path home() {
        return home;
    }

    /** Where Karaf as it comes listens. */
    Set<Integer> usualPorts() {
        return Set.of(sshPort, registryPort, serverPort);
    }

    WebConsole webConsole() {
        return new WebConsole(httpPort, USER, PASSWORD);
    }

    /** The client that comes along, which runs over SSH what it is told. */
    ProcessBuilder client() {
        String port = String.valueOf(sshPort);
        return script("client", "-h", "127.0.0.1", "-a", port, "-u", USER, "-p", PASSWORD, "-b");
    }

    /** Its scripts run behind these words from now on, as in a namespace. */
    void within(List<String> words) {
        prefix = List.copyOf(words);
    }

    /** A variable of the environment that its scripts are started in from now on. */
    void variable(String name, String value) {
        variables.put(name, value);
    }

    /** One of Karaf's scripts, on the Java that runs the tests unless the environment names another. */
    ProcessBuilder script(String name, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(name).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("KARAF_"));
        builder.environment().putAll(variables);
        return builder;
    }

    /** A file of its configuration. */
    Path etc(String file) {
        return home.resolve("etc").resolve(file);
    }

    private void put(String file, String key, String value) throws IOException {
        List<String> lines = new ArrayList<>();
        Pattern old = Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*=.*");
        for (String line : Files.readAllLines(etc(file))) {
            Matcher matcher = old.matcher(line);
            if (!matcher.matches()) {
                lines.add(line);
            }
        }
        lines.add(key + " = " + value);
        Files.write(etc(file), lines, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** A free port below those that systems give to clients. */
    public static int freePort() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_768);
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IOException("no free port from 20000 to 32767");
    }
}
