// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.home;

import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicType.Trait;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The characteristics of the test home, one for each thing that a test wants to see. */
public enum Probe {
    /** 0 to 100; keeps what is written, changes on {@code level N}. */
    LEVEL(Format.UINT8, "pr,pw,ev", Constraints.NONE.range(0, 100)),
    /** Like {@link #LEVEL}, for writes of two at once. */
    OTHER_LEVEL(Format.UINT8, "pr,pw,ev", Constraints.NONE.range(0, 100)),
    /** A truth value that keeps what is written. */
    FLAG(Format.BOOL, "pr,pw,ev", Constraints.NONE),
    /** Counts up on {@code count N RATE}. */
    COUNTER(Format.UINT32, "pr,ev", Constraints.NONE),
    /** Its first read answers, so that lists are quick; no later read and no write ever ends. */
    HANG(Format.UINT8, "pr,pw,ev", Constraints.NONE),
    /** Read and write throw. */
    THROW(Format.UINT8, "pr,pw,ev", Constraints.NONE),
    /** Can only be read. */
    READ_ONLY(Format.UINT8, "pr", Constraints.NONE),
    /** Can only be written. */
    WRITE_ONLY(Format.UINT8, "pw", Constraints.NONE),
    /** Has no events. */
    SILENT(Format.UINT8, "pr,pw", Constraints.NONE),
    /** Needs a timed write. */
    TIMED(Format.UINT8, "pr,pw,ev,tw", Constraints.NONE),
    /** Answers a write with what was written. */
    RESPONSE(Format.UINT8, "pr,pw,wr", Constraints.NONE),
    /** Answers a write with what was written. */
    TEXT_RESPONSE(Format.STRING, "pr,pw,wr", Constraints.NONE),
    /** For administrators only: read, write and events. */
    ADMIN(Format.UINT8, "pr,pw,ev", Constraints.NONE, Trait.ADMIN_READ, Trait.ADMIN_WRITE, Trait.ADMIN_EVENTS),
    /** Takes a write only with the authorization data {@code secret}. */
    AUTHORIZED(Format.UINT8, "pr,pw,aa", Constraints.NONE),
    /** A text of 64 bytes at the most. */
    TEXT(Format.STRING, "pr,pw,ev", Constraints.NONE),
    /** 16 bytes of data at the most. */
    DATA(Format.DATA, "pr,pw", Constraints.NONE.dataLength(16)),
    /** 10 to 38 in steps of a half. */
    STEPPED(Format.FLOAT, "pr,pw,ev", Constraints.NONE.range(10, 38).step(0.5)),
    /** Any number with a fraction. */
    DECIMAL(Format.FLOAT, "pr,pw,ev", Constraints.NONE),
    /** One of 0, 2 and 3. */
    CHOICE(Format.UINT8, "pr,pw,ev", Constraints.NONE.range(0, 3).validValues(List.of(0, 2, 3))),
    /** -100 to 100. */
    SIGNED(Format.INT, "pr,pw", Constraints.NONE.range(-100, 100)),
    /** Any 64 bits. */
    LONG(Format.UINT64, "pr,pw", Constraints.NONE),
    /** As many bytes as {@code blob N} has said last, at first 16. */
    BLOB(Format.DATA, "pr", Constraints.NONE),
    /** What was written to {@link #LEVEL} and {@link #OTHER_LEVEL}, in that order: {@code LEVEL=1 OTHER_LEVEL=2}. */
    JOURNAL(Format.STRING, "pr", Constraints.NONE.textLength(Constraints.MAXIMUM_TEXT_LENGTH)),
    /** Whether the accessory was asked to identify itself, and how often. */
    IDENTIFIED(Format.UINT32, "pr", Constraints.NONE),
    /**
     * Takes orders: {@code level N}, {@code count N RATE} (per second), {@code press N} (of the button), {@code motion N}
     * (changes), {@code blob N}, {@code forget} (the journal).
     */
    ORDER(Format.STRING, "pw", Constraints.NONE),
    /** Each read and each write takes half a second. */
    SLOW(Format.UINT8, "pr,pw,ev", Constraints.NONE),
    /** Stays as it is whatever is written, and says so each time. */
    STUBBORN(Format.UINT8, "pr,pw,ev", Constraints.NONE);

    private static final String BASE = "-6C61-7463-686B-657974657374";

    private final CharacteristicType type;

    Probe(Format format, String permissions, Constraints constraints, Trait... traits) {
        this.type = new CharacteristicType(
                name(),
                name(),
                new HapUuid(String.format("%08X", 0x10000 + ordinal()) + BASE),
                format,
                Optional.empty(),
                Stream.of(permissions.split(",")).map(Permission::ofWireName).collect(Collectors.toSet()),
                constraints,
                Map.of(),
                EventUrgency.COALESCED,
                Set.of(traits));
    }

    /** The type as it is defined. */
    public CharacteristicType type() {
        return type;
    }

    /** The type on the wire. */
    public String uuid() {
        return type.uuid().toString();
    }
}
