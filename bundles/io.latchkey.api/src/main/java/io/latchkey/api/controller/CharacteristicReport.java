// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import java.util.Optional;
import java.util.Set;

/**
 * What an accessory has told of one characteristic, in its description, in an answer or in an event: the parts that were
 * asked for are there. Values are as JSON has them, whatever the format: a truth value may come as 0 or 1, the bytes of
 * {@code tlv8} and {@code data} as Base64 text, a whole number of 64 bits is to be read as unsigned where it is negative
 * and the format is {@code uint64}.
 *
 * @param id which one
 * @param status what became of the read, write or subscription; {@link HapStatus#UNABLE_TO_COMMUNICATE} also stands for a
 *     number without a meaning
 * @param value its value, {@link Value#NULL} where the accessory says null
 * @param type its type
 * @param permissions what may be done with it; those without a meaning are left out
 * @param events whether this connection is subscribed to it
 * @param meta format, unit and limits
 */
public record CharacteristicReport(
        CharacteristicId id,
        HapStatus status,
        Optional<Value> value,
        Optional<HapUuid> type,
        Set<Permission> permissions,
        Optional<Boolean> events,
        CharacteristicMeta meta) {
    /** Keeps a copy. */
    public CharacteristicReport {
        permissions = Set.copyOf(permissions);
    }

    /** A report that tells just a status. */
    public static CharacteristicReport of(CharacteristicId id, HapStatus status) {
        return new CharacteristicReport(
                id, status, Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), CharacteristicMeta.NONE);
    }

    /** Whether what was asked was done. */
    public boolean isSuccess() {
        return status == HapStatus.SUCCESS;
    }
}
