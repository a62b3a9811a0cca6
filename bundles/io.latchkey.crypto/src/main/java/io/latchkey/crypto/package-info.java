// SPDX-License-Identifier: EPL-2.0
/**
 * The cryptography of the HomeKit Accessory Protocol as small value-in/value-out classes: SRP-6a, HKDF-SHA-512, Ed25519,
 * X25519, the sealing of pairing payloads and the cipher of session frames; and the sealing of backups with a passphrase.
 * Exported for Latchkey's own bundles only ({@code pairing}, {@code transport} and {@code store}); nobody else should build
 * on it. Randomness always comes in as a parameter, no security provider is ever registered, and nothing here logs.
 */
@Export
@Version("1.1.0")
package io.latchkey.crypto;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
