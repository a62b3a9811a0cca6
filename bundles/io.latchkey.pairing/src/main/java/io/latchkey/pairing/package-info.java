// SPDX-License-Identifier: EPL-2.0
/**
 * The procedures by which a controller and an accessory come to trust each other: pair-setup, pair-verify and the
 * change of pairings, each from the accessory's and from the controller's side (HAP specification R2, chapter 5). All of it
 * computes with states and bytes that come in as values; what is to be done in the world comes out as a value. Nothing
 * here logs, waits, or holds a lock. Exported for Latchkey's own bundles only ({@code server} and {@code controller}).
 */
@Export
@Version("1.0.0")
package io.latchkey.pairing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
