// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.history;

import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.store.ControllerWrite;
import io.latchkey.api.store.ControllerWrite.SentCommand;
import io.latchkey.server.internal.access.Access.WriteEntry;
import io.latchkey.server.internal.access.Result;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.Snapshot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes what controllers write and what became of it. Called on I/O threads; never waits. */
public final class WriteHistory {
    private final BridgeHistory history;

    /** Notes it there. */
    public WriteHistory(BridgeHistory history) {
        this.history = history;
    }

    /**
     * One request has been done. What isn't allowed by definition has switched nothing; what was refused because the bridge is
     * switched off is told, so that people see who has tried.
     */
    public void written(Snapshot snapshot, List<WriteEntry> entries, List<Result> results) {
        if (!history.wantsWrites()) {
            return;
        }
        for (int i = 0; i < entries.size(); i++) {
            WriteEntry entry = entries.get(i);
            if (entry.characteristic().isPresent() && entry.write().isPresent()) {
                note(snapshot, entry.characteristic().get(), entry.write().get(), results.get(i));
            }
        }
    }

    private void note(Snapshot snapshot, PublishedCharacteristic characteristic, Write write, Result result) {
        Optional<PublishedAccessory> accessory =
                snapshot.find(characteristic.id().aid());
        CharacteristicType type = characteristic.definition().type();
        history.wrote(new ControllerWrite(
                history.now(),
                write.controller(),
                write.remote(),
                accessory.map(PublishedAccessory::name).orElse(""),
                accessory.map(each -> each.definition().key()).orElse(""),
                type.name(),
                text(type, write.value()),
                commands(write),
                result.status()));
    }

    private static List<SentCommand> commands(Write write) {
        return write.batch() instanceof SentCommands sent ? sent.all() : List.of();
    }

    /** What people read; of what may hold a secret only how long it is. */
    static String text(CharacteristicType type, Value value) {
        if (value instanceof Value.Whole whole) {
            return type.validValues().entrySet().stream()
                    .filter(each -> each.getValue() == whole.number())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(Long.toString(whole.number()));
        }
        if (value instanceof Value.Bytes bytes) {
            return bytes.content().length + " bytes";
        }
        if (value instanceof Value.Decimal decimal) {
            return BigDecimal.valueOf(decimal.number()).stripTrailingZeros().toPlainString();
        }
        return value instanceof Value.Bool bool
                ? Boolean.toString(bool.on())
                : value instanceof Value.Text text ? text.text() : "";
    }
}
