// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import java.util.Arrays;
import java.util.function.Predicate;
import org.osgi.framework.BundleContext;

/**
 * Trouble with a version of what Latchkey runs in: each entry was met by somebody, and stands in the document on troubles
 * with where it was met.
 *
 * @param applies whether it concerns a host
 * @param what was met, to go behind the versions
 * @param cure what to do
 */
record KnownTrouble(Predicate<HostVersions> applies, String what, String cure) {
    /** Met when Karaf 4.4.10 was tried for the integration tests; openHAB's own Karaf ran on Java 25. */
    static final KnownTrouble KARAF_ON_JAVA_25 = new KnownTrouble(
            host -> host.karaf().startsWith("4.4.") && !host.isOpenhab() && host.java() >= 25,
            "Karaf 4.4 didn't run on Java 25 when it was tried: parts of it may be missing",
            "Let Karaf run on Java 21 or 17: name it in JAVA_HOME, or in bin/setenv.");

    /**
     * What Latchkey runs in.
     *
     * @param java the feature release
     * @param karaf its version; empty text without Karaf
     * @param isOpenhab whether openHAB runs there
     */
    record HostVersions(int java, String karaf, boolean isOpenhab) {

        /** This one. */
        static HostVersions of(BundleContext context) {
            String karaf = context.getProperty("karaf.version");
            boolean isOpenhab = Arrays.stream(context.getBundles())
                    .anyMatch(bundle -> "org.openhab.core".equals(bundle.getSymbolicName()));
            return new HostVersions(Runtime.version().feature(), karaf == null ? "" : karaf, isOpenhab);
        }

        @Override
        public String toString() {
            return "Java " + java + (karaf.isEmpty() ? "" : ", Karaf " + karaf) + (isOpenhab ? ", openHAB" : "");
        }
    }
}
