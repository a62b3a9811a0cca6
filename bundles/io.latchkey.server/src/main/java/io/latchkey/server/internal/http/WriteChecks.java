// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicType.Trait;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.server.internal.access.Access.WriteEntry;
import io.latchkey.server.internal.access.Result;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.history.SentCommands;
import io.latchkey.server.internal.json.WriteRequest;
import io.latchkey.server.internal.session.Client;
import io.latchkey.server.internal.session.Clients;
import java.util.List;
import java.util.Optional;

/**
 * Judges the entries of one PUT: subscribes and unsubscribes at once, and turns what may be written into a write. In an
 * entry the subscription comes before the value; where both are asked for, the value's status is told, as HomeKitADK does.
 */
final class WriteChecks {
    private final Snapshot snapshot;
    private final Clients clients;
    private final Client client;
    private final boolean admin;
    private final Optional<Boolean> timed;

    /**
     * Begins a request.
     *
     * @param timed whether its number names a timed write in time; empty when it bears no number
     */
    WriteChecks(Snapshot snapshot, Clients clients, Client client, boolean admin, Optional<Boolean> timed) {
        this.snapshot = snapshot;
        this.clients = clients;
        this.client = client;
        this.admin = admin;
        this.timed = timed;
    }

    /** Judges an entry. */
    WriteEntry prepare(WriteRequest.Entry entry) {
        if (timed.isPresent() && !timed.get()) {
            return failed(HapStatus.INVALID_VALUE);
        }
        Optional<PublishedCharacteristic> found = CharacteristicsResource.find(snapshot, entry.address());
        if (found.isEmpty()) {
            return failed(HapStatus.RESOURCE_DOES_NOT_EXIST);
        }
        if (!entry.readable()) {
            return failed(HapStatus.INVALID_VALUE);
        }
        Optional<Result> subscribed = entry.events().map(on -> subscribe(found.get(), on));
        return entry.value().isPresent()
                ? write(entry, found.get())
                : known(subscribed.orElse(Result.failed(HapStatus.INVALID_VALUE)));
    }

    /** Takes notice of how the writes ended: what failed ones were to bring about is news to this session, should it come. */
    void finish(List<WriteEntry> entries, List<Result> results) {
        for (int i = 0; i < results.size(); i++) {
            WriteEntry entry = entries.get(i);
            if (entry.characteristic().isPresent()) {
                finish(
                        entry.characteristic().get().id(),
                        entry.write().orElseThrow().value(),
                        results.get(i).isSuccess());
            }
        }
    }

    private void finish(CharacteristicId id, Value value, boolean success) {
        if (success) {
            client.written(id, value);
        } else {
            client.failed(id, value);
        }
    }

    private Result subscribe(PublishedCharacteristic characteristic, boolean on) {
        if (!characteristic.allows(Permission.EVENTS)) {
            return Result.failed(HapStatus.NOTIFICATION_NOT_SUPPORTED);
        }
        boolean adminOnly = characteristic.is(Trait.ADMIN_EVENTS) || characteristic.is(Trait.ADMIN_READ);
        if (adminOnly && !admin) {
            return Result.failed(HapStatus.INSUFFICIENT_PRIVILEGES);
        }
        if (on) {
            clients.subscribe(client, characteristic.id());
        } else {
            clients.unsubscribe(client, characteristic.id());
        }
        return Result.DONE;
    }

    private WriteEntry write(WriteRequest.Entry entry, PublishedCharacteristic characteristic) {
        if (!characteristic.allows(Permission.PAIRED_WRITE)) {
            return failed(HapStatus.READ_ONLY);
        }
        if (characteristic.is(Trait.ADMIN_WRITE) && !admin) {
            return failed(HapStatus.INSUFFICIENT_PRIVILEGES);
        }
        if (characteristic.allows(Permission.TIMED_WRITE) && timed.isEmpty()) {
            return failed(HapStatus.INVALID_VALUE);
        }
        Optional<Value> accepted = entry.value()
                .flatMap(scalar -> scalar.as(characteristic.format()))
                .flatMap(value -> characteristic.definition().constraints().accept(characteristic.format(), value));
        if (accepted.isEmpty()) {
            return failed(HapStatus.INVALID_VALUE);
        }
        client.writing(characteristic.id(), accepted.get());
        Write write = new Write(
                accepted.get(),
                client.controller().orElseThrow(),
                entry.authorization(),
                entry.remote(),
                new SentCommands());
        return new WriteEntry(Optional.of(characteristic), Optional.of(write), entry.response(), Result.DONE);
    }

    private static WriteEntry failed(HapStatus status) {
        return known(Result.failed(status));
    }

    private static WriteEntry known(Result result) {
        return new WriteEntry(Optional.empty(), Optional.empty(), false, result);
    }
}
