// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.Provider;
import java.security.Security;
import org.junit.jupiter.api.Test;

/** The choice of the engine. */
class AeadEngineTest {

    @Test
    void theJdkIsPreferredWhereItHasTheCipher() {
        assertEquals(AeadEngine.JCE, AeadEngine.preferred());
    }

    @Test
    void noProviderIsRegistered() {
        AeadEngine.BOUNCY_CASTLE.open(new byte[Aead.KEY_LENGTH]);
        for (Provider provider : Security.getProviders()) {
            assertEquals(-1, provider.getClass().getName().indexOf("bouncycastle"));
        }
    }
}
