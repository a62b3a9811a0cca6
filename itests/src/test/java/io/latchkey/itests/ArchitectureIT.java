// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds every class of the built bundles against the table of parts: what it knows, and no circle anywhere. */
class ArchitectureIT {
    private static JavaClasses classes;

    @BeforeAll
    static void readTheBundles() {
        classes = new ClassFileImporter()
                .importUrls(
                        Arrays.stream(Part.values()).map(ArchitectureIT::url).toList());
    }

    @Test
    void noPackagesFormACircle() {
        slices().matching("io.latchkey.(**)").should().beFreeOfCycles().check(classes);
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void aPartKnowsOnlyWhatTheTableAllows(Part part) {
        Set<String> offences = new TreeSet<>();
        for (JavaClass type : classes) {
            if (Part.owning(type.getPackageName()).equals(Optional.of(part))) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !isAllowed(part, dependency))
                        .forEach(dependency -> offences.add(dependency.getDescription()));
            }
        }
        assertEquals(Set.of(), offences);
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void aPartLivesBelowItsOwnName(Part part) {
        JavaClasses own = new ClassFileImporter().importUrl(url(part));
        assertFalse(own.isEmpty(), part.bundle() + " has no class");
        for (JavaClass type : own) {
            assertEquals(
                    part.bundle(),
                    Part.owning(type.getPackageName()).map(Part::bundle).orElse("nobody"),
                    type.getName());
        }
    }

    private static boolean isAllowed(Part part, Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        String name = target.getPackageName();
        return target.isPrimitive() || part.mayUse(name);
    }

    private static URL url(Part part) {
        try {
            return new URL("jar:" + part.jar().toUri() + "!/");
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
