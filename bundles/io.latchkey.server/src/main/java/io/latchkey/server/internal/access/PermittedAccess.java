// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.access;

import io.latchkey.api.model.CharacteristicType.Trait;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import io.latchkey.server.internal.access.Access.ReadEntry;
import io.latchkey.server.internal.access.Access.WriteEntry;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.session.AccessPermit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The access that controllers have: all of it while the bridge has its {@link AccessPermit}, and a refusal for each entry
 * without. Nobody is asked then, nothing is written, and no value leaves, not even one that was asked for before.
 */
public final class PermittedAccess {
    private static final Result REFUSED = Result.failed(HapStatus.INSUFFICIENT_PRIVILEGES);

    private final Access access;
    private final AccessPermit permit;
    private final Consumer<PublishedCharacteristic> whenWritten;

    /**
     * Stands before the access of one bridge.
     *
     * @param whenWritten hears what a controller is about to write, before it is handed over; returns at once
     */
    public PermittedAccess(Access access, AccessPermit permit, Consumer<PublishedCharacteristic> whenWritten) {
        this.access = access;
        this.permit = permit;
        this.whenWritten = whenWritten;
    }

    /** Reads all entries, as {@link Access#read} does. */
    public void read(List<ReadEntry> entries, Consumer<List<Result>> whenRead) {
        List<ReadEntry> permitted = entries.stream()
                .map(entry -> isRefused(entry.characteristic()) ? new ReadEntry(Optional.empty(), REFUSED) : entry)
                .toList();
        access.read(permitted, results -> whenRead.accept(withheld(permitted, results)));
    }

    /** Learns values, as {@link Access#learn} does. */
    public void learn(List<PublishedCharacteristic> unknown, Runnable whenLearned) {
        access.learn(unknown.stream().filter(each -> !isWithheld(each)).toList(), whenLearned);
    }

    /**
     * What the list of all accessories shows for it: where its value is withheld a legal one that says nothing. There has to be
     * one (HAP specification R2, table 6-3). What is part of its definition, as a name is, is shown in any case.
     */
    public Value shown(PublishedCharacteristic characteristic) {
        return isWithheld(characteristic) ? characteristic.blank() : characteristic.shown();
    }

    /** Writes all entries, as {@link Access#write} does. */
    public void write(List<WriteEntry> entries, Consumer<List<Result>> whenWrittenAll) {
        List<WriteEntry> permitted = entries.stream()
                .map(entry -> isRefused(entry.characteristic())
                        ? new WriteEntry(Optional.empty(), Optional.empty(), false, REFUSED)
                        : entry)
                .toList();
        permitted.forEach(entry -> entry.characteristic().ifPresent(whenWritten));
        access.write(permitted, whenWrittenAll);
    }

    private List<Result> withheld(List<ReadEntry> entries, List<Result> results) {
        if (permit.isGranted()) {
            return results;
        }
        List<Result> told = new ArrayList<>(results);
        for (int i = 0; i < told.size(); i++) {
            if (isRefused(entries.get(i).characteristic())) {
                told.set(i, REFUSED);
            }
        }
        return told;
    }

    private boolean isRefused(Optional<PublishedCharacteristic> characteristic) {
        return characteristic.filter(each -> permit.refuses(each.id())).isPresent();
    }

    private boolean isWithheld(PublishedCharacteristic characteristic) {
        return !characteristic.definition().isConstant()
                && !characteristic.is(Trait.NULL_ON_READ)
                && permit.refuses(characteristic.id());
    }
}
