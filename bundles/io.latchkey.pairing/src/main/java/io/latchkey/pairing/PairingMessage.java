// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A received pairing message and the rules on its items: a wanted type comes once at most, and each getter checks the
 * length. A rule that is broken is the peer's fault, therefore a checked exception.
 */
final class PairingMessage {
    private final Tlv8 items;

    private PairingMessage(Tlv8 items) {
        this.items = items;
    }

    static PairingMessage read(byte[] bytes, int... wanted) throws MalformedTlv8Exception {
        return of(Tlv8.read(bytes), wanted);
    }

    static PairingMessage of(Tlv8 items, int... wanted) throws MalformedTlv8Exception {
        for (int type : wanted) {
            if (items.count(type) > 1) {
                throw new MalformedTlv8Exception("Item of type " + type + " comes twice");
            }
        }
        return new PairingMessage(items);
    }

    boolean has(int type) {
        return items.count(type) > 0;
    }

    byte[] bytes(int type, int least, int most) throws MalformedTlv8Exception {
        Optional<byte[]> value = items.find(type);
        if (value.isEmpty() || value.get().length < least || value.get().length > most) {
            throw new MalformedTlv8Exception("Item of type " + type + " is missing or has a wrong length");
        }
        return value.get();
    }

    byte[] bytes(int type, int length) throws MalformedTlv8Exception {
        return bytes(type, length, length);
    }

    int number(int type) throws MalformedTlv8Exception {
        return bytes(type, 1)[0] & 0xff;
    }

    long flags() throws MalformedTlv8Exception {
        long flags = 0;
        if (has(PairingTlv.FLAGS)) {
            byte[] bytes = bytes(PairingTlv.FLAGS, 0, Integer.BYTES);
            for (int i = 0; i < bytes.length; i++) {
                flags |= (bytes[i] & 0xffL) << i * Byte.SIZE;
            }
        }
        return flags;
    }

    Permissions permissions() throws MalformedTlv8Exception {
        int bits = number(PairingTlv.PERMISSIONS);
        return Permissions.of(bits).orElseThrow(() -> new MalformedTlv8Exception("Permissions " + bits + " unknown"));
    }

    /** The entries of a list; each holds a wanted type once at most, so what another separator divides is no list. */
    List<PairingMessage> split(int separator, int... wanted) throws MalformedTlv8Exception {
        for (Tlv8.Item item : items.items()) {
            if (item.type() == separator && item.value().length > 0) {
                throw new MalformedTlv8Exception("A separator is not empty");
            }
        }
        List<PairingMessage> entries = new ArrayList<>();
        for (Tlv8 entry : items.split(separator)) {
            entries.add(of(entry, wanted));
        }
        return entries;
    }

    String identifier() throws MalformedTlv8Exception {
        byte[] bytes = bytes(PairingTlv.IDENTIFIER, 1, ControllerId.MAXIMUM_BYTES);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new MalformedTlv8Exception("Identifier is not UTF-8");
        }
    }
}
