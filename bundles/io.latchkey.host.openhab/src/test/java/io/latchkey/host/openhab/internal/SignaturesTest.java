// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * That one binary suits every openHAB from 4.3: this bundle calls nothing of openHAB that isn't in our own table of
 * signatures, wherever the compiler found it, and brings nothing of that table along.
 */
class SignaturesTest {
    private static final String OPENHAB = "org/openhab/";

    private final Path classes = Path.of("target", "classes");

    @Test
    void whatWeCallIsInTheTable() {
        Set<ClassFile.Member> called = called();
        assertTrue(called.size() > 40, called::toString);
        assertEquals(
                List.of(),
                called.stream().filter(member -> !isInTheTable(member)).toList());
    }

    @Test
    void theTypesThatWeNameAreInTheTable() throws URISyntaxException {
        Path table = Path.of(org.openhab.core.items.Item.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assertTrue(table.toString().contains("openhab-api"), table::toString);
        Set<String> named = new TreeSet<>();
        for (Path file : files()) {
            ClassFile.of(file).classes().stream()
                    .filter(name -> name.startsWith(OPENHAB))
                    .forEach(named::add);
        }
        for (String name : named) {
            assertEquals(
                    table.toUri(),
                    Path.of(type(name)
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                            .toUri(),
                    name);
        }
    }

    @Test
    void nothingOfTheTableIsInTheBundle() throws IOException {
        assertEquals(
                List.of(),
                files().stream()
                        .map(file -> classes.relativize(file).toString())
                        .filter(name -> !name.startsWith("io/latchkey/host/openhab/"))
                        .toList());
        Attributes manifest = manifest();
        assertFalse(manifest.getValue("Private-Package").contains("org.openhab"), "Private-Package");
        assertEquals(null, manifest.getValue("Export-Package"));
        assertEquals(null, manifest.getValue("Bundle-ClassPath"));
    }

    @Test
    void everyPackageOfOpenHabIsTakenFromFourThreeUpToSix() throws IOException {
        List<String> imports = Arrays.stream(
                        manifest().getValue("Import-Package").split(",(?=[a-z])"))
                .filter(clause -> clause.startsWith("org.openhab."))
                .toList();
        assertTrue(imports.size() > 5, imports::toString);
        assertEquals(
                List.of(),
                imports.stream()
                        .filter(clause -> !clause.contains("version=\"[4.3,6)\""))
                        .toList());
    }

    private Set<ClassFile.Member> called() {
        return files().stream()
                .flatMap(file -> ClassFile.of(file).members().stream())
                .filter(member -> member.owner().startsWith(OPENHAB))
                .collect(Collectors.toSet());
    }

    private static boolean isInTheTable(ClassFile.Member member) {
        Class<?> owner = type(member.owner());
        if (member.isField()) {
            return Arrays.stream(owner.getFields())
                    .anyMatch(field -> field.getName().equals(member.name())
                            && field.getType().descriptorString().equals(member.descriptor()));
        }
        MethodType type = MethodType.fromMethodDescriptorString(member.descriptor(), owner.getClassLoader());
        if (member.name().equals("<init>")) {
            return Arrays.stream(owner.getConstructors())
                    .anyMatch(constructor -> Arrays.equals(constructor.getParameterTypes(), type.parameterArray()));
        }
        return owner.isInterface() == member.ofInterface()
                && Stream.concat(Arrays.stream(owner.getMethods()), Arrays.stream(Object.class.getMethods()))
                        .anyMatch(method -> method.getName().equals(member.name())
                                && method.getReturnType() == type.returnType()
                                && Arrays.equals(method.getParameterTypes(), type.parameterArray()));
    }

    private static Class<?> type(String name) {
        try {
            String bare = name.startsWith("[L") ? name.substring(2, name.length() - 1) : name;
            return Class.forName(bare.replace('/', '.'), false, SignaturesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }

    private Attributes manifest() throws IOException {
        try (InputStream in = Files.newInputStream(classes.resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(in).getMainAttributes();
        }
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(classes)) {
            return all.filter(file -> file.toString().endsWith(".class")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
