// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.transport.SessionKeys;
import io.latchkey.crypto.Hkdf;

/** Which keys come from which secret (HAP specification R2 sections 5.6, 5.7 and 6.5.2; HomeKitADK). Pure functions. */
final class KeySchedule {
    private KeySchedule() {}

    static byte[] setupPayloads(byte[] srpKey) {
        return Hkdf.key(srpKey, "Pair-Setup-Encrypt-Salt", "Pair-Setup-Encrypt-Info");
    }

    static byte[] controllerSignature(byte[] srpKey) {
        return Hkdf.key(srpKey, "Pair-Setup-Controller-Sign-Salt", "Pair-Setup-Controller-Sign-Info");
    }

    static byte[] accessorySignature(byte[] srpKey) {
        return Hkdf.key(srpKey, "Pair-Setup-Accessory-Sign-Salt", "Pair-Setup-Accessory-Sign-Info");
    }

    static SessionKeys transientSession(byte[] srpKey) {
        return new SessionKeys(
                Hkdf.key(srpKey, "SplitSetupSalt", "AccessoryEncrypt-Control"),
                Hkdf.key(srpKey, "SplitSetupSalt", "ControllerEncrypt-Control"));
    }

    static byte[] verifyPayloads(byte[] shared) {
        return Hkdf.key(shared, "Pair-Verify-Encrypt-Salt", "Pair-Verify-Encrypt-Info");
    }

    static SessionKeys session(byte[] shared) {
        return new SessionKeys(
                Hkdf.key(shared, "Control-Salt", "Control-Read-Encryption-Key"),
                Hkdf.key(shared, "Control-Salt", "Control-Write-Encryption-Key"));
    }
}
