// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

/**
 * A service that an equipment may be in Home. Immutable.
 *
 * @param service as the table of services names it: an accessory type, perhaps with a variant behind a slash
 * @param isStrict whether only points count whose property says so
 * @param isEach whether each point makes a service of its own
 * @param isNesting whether it is only for equipment that has others in it
 */
record ServiceChoice(String service, boolean isStrict, boolean isEach, boolean isNesting) {

    /** Reads {@code Service}, {@code Service!}, {@code Service*} or {@code Service>}. */
    static ServiceChoice of(String text) {
        String service = text.replaceAll("[!*>]$", "");
        return new ServiceChoice(service, text.endsWith("!"), text.endsWith("*"), text.endsWith(">"));
    }

    /** The same, but strict. */
    ServiceChoice strict() {
        return new ServiceChoice(service, true, isEach, isNesting);
    }

    /** The word in the metadata. */
    String type() {
        return service.replaceAll("/.*", "");
    }
}
