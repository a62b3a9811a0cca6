// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.model.CharacteristicType.Trait;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Permission;
import io.latchkey.api.transport.After;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Exchange;
import io.latchkey.server.internal.access.Access;
import io.latchkey.server.internal.access.Access.ReadEntry;
import io.latchkey.server.internal.access.PermittedAccess;
import io.latchkey.server.internal.access.Result;
import io.latchkey.server.internal.database.AccessoryDatabase;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.history.WriteHistory;
import io.latchkey.server.internal.json.JsonOutput;
import io.latchkey.server.internal.json.MalformedRequestException;
import io.latchkey.server.internal.json.PrepareRequest;
import io.latchkey.server.internal.json.ReadQuery;
import io.latchkey.server.internal.json.RequestedAddress;
import io.latchkey.server.internal.json.WriteRequest;
import io.latchkey.server.internal.pairing.Trust;
import io.latchkey.server.internal.session.Client;
import io.latchkey.server.internal.session.Clients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code /characteristics} and {@code /prepare}: reads, writes, subscriptions and timed writes (HAP specification R2
 * section 6.7). Entries of a request are independent; here is the one place that decides between 200, 204 and 207.
 */
public final class CharacteristicsResource {
    private final AccessoryDatabase database;
    private final PermittedAccess access;
    private final Clients clients;
    private final Trust trust;
    private final Workers workers;
    private final WriteHistory history;

    /**
     * Prepares the resource of one bridge.
     *
     * @param history of what controllers have written
     */
    public CharacteristicsResource(
            AccessoryDatabase database,
            PermittedAccess access,
            Clients clients,
            Trust trust,
            Workers workers,
            WriteHistory history) {
        this.database = database;
        this.access = access;
        this.clients = clients;
        this.trust = trust;
        this.workers = workers;
        this.history = history;
    }

    void read(Exchange exchange, Client client) {
        Optional<ReadQuery> query = query(exchange);
        if (query.isEmpty()) {
            exchange.respond(Answer.empty(HttpAnswers.BAD_REQUEST));
        } else if (query.get().ids().isEmpty()) {
            exchange.respond(Answer.empty(HttpAnswers.NO_CONTENT));
        } else {
            Snapshot snapshot = database.snapshot();
            List<ReadEntry> entries = query.get().ids().stream()
                    .map(address -> readEntry(find(snapshot, address), client))
                    .toList();
            access.read(
                    entries,
                    results -> exchange.execute(
                            () -> exchange.respond(readAnswer(snapshot, query.get(), results, client))));
        }
    }

    void write(Exchange exchange, Client client) {
        WriteRequest request;
        try {
            request = WriteRequest.read(exchange.body());
        } catch (MalformedRequestException malformed) {
            exchange.respond(Answer.empty(HttpAnswers.BAD_REQUEST));
            return;
        }
        boolean admin = isAdmin(client);
        Optional<Boolean> timed = request.pid().map(pid -> client.timedWrites().consume(pid, workers.nanoTime()));
        Snapshot snapshot = database.snapshot();
        WriteChecks writing = new WriteChecks(snapshot, clients, client, admin, timed);
        List<Access.WriteEntry> entries =
                request.entries().stream().map(writing::prepare).toList();
        access.write(
                entries,
                results -> exchange.execute(() -> {
                    writing.finish(entries, results);
                    history.written(snapshot, entries, results);
                    exchange.respond(writeAnswer(request, results));
                }));
    }

    void prepare(Exchange exchange, Client client) {
        PrepareRequest request;
        try {
            request = PrepareRequest.read(exchange.body());
        } catch (MalformedRequestException malformed) {
            exchange.respond(Answer.empty(HttpAnswers.BAD_REQUEST));
            return;
        }
        client.timedWrites().prepare(request.pid(), request.ttlMillis(), workers.nanoTime());
        exchange.respond(
                HttpAnswers.status(HttpAnswers.OK, HapStatus.SUCCESS),
                new After.Run(() -> client.timedWrites().begin(request.pid(), workers.nanoTime())));
    }

    static Optional<PublishedCharacteristic> find(Snapshot snapshot, RequestedAddress address) {
        return address.id().flatMap(snapshot::find);
    }

    private static Optional<ReadQuery> query(Exchange exchange) {
        if (exchange.query().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReadQuery.read(exchange.query().get()));
        } catch (MalformedRequestException malformed) {
            return Optional.empty();
        }
    }

    private boolean isAdmin(Client client) {
        return client.controller()
                .flatMap(trust::find)
                .filter(pairing -> pairing.isAdmin())
                .isPresent();
    }

    private ReadEntry readEntry(Optional<PublishedCharacteristic> found, Client client) {
        Optional<HapStatus> refusal =
                found.isEmpty() ? Optional.of(HapStatus.RESOURCE_DOES_NOT_EXIST) : refusal(found.get(), client);
        return refusal.isEmpty()
                ? new ReadEntry(found, Result.DONE)
                : new ReadEntry(Optional.empty(), Result.failed(refusal.get()));
    }

    private Optional<HapStatus> refusal(PublishedCharacteristic characteristic, Client client) {
        if (!characteristic.allows(Permission.PAIRED_READ)) {
            return Optional.of(HapStatus.WRITE_ONLY);
        }
        return characteristic.is(Trait.ADMIN_READ) && !isAdmin(client)
                ? Optional.of(HapStatus.INSUFFICIENT_PRIVILEGES)
                : Optional.empty();
    }

    private Answer readAnswer(Snapshot snapshot, ReadQuery query, List<Result> results, Client client) {
        boolean allGood = results.stream().allMatch(Result::isSuccess);
        List<Integer> indices = indices(results);
        return HttpAnswers.json(
                allGood ? HttpAnswers.OK : HttpAnswers.MULTI_STATUS,
                output -> output.array("characteristics", indices, index -> {
                    RequestedAddress address = query.ids().get(index);
                    Result result = results.get(index);
                    output.objectOf(members -> {
                        members.address(address);
                        if (!allGood) {
                            members.member("status", result.status().code());
                        }
                        if (result.isSuccess()) {
                            describe(members, find(snapshot, address).orElseThrow(), result, query, client);
                        }
                    });
                }));
    }

    private void describe(
            JsonOutput output, PublishedCharacteristic characteristic, Result result, ReadQuery query, Client client) {
        if (query.type()) {
            CharacteristicMembers.type(output, characteristic);
        }
        if (query.meta()) {
            CharacteristicMembers.meta(output, characteristic);
        }
        if (query.permissions()) {
            CharacteristicMembers.permissions(output, characteristic);
        }
        if (query.events()) {
            output.member("ev", clients.isSubscribed(client, characteristic.id()));
        }
        CharacteristicMembers.value(output, characteristic, result.value().orElseThrow());
    }

    private Answer writeAnswer(WriteRequest request, List<Result> results) {
        boolean responding = request.entries().stream()
                .anyMatch(entry -> entry.response() && entry.value().isPresent());
        if (!responding && results.stream().allMatch(Result::isSuccess)) {
            return Answer.empty(HttpAnswers.NO_CONTENT);
        }
        Snapshot snapshot = database.snapshot();
        return HttpAnswers.json(
                HttpAnswers.MULTI_STATUS,
                output -> output.array("characteristics", indices(results), index -> {
                    WriteRequest.Entry entry = request.entries().get(index);
                    Result result = results.get(index);
                    output.objectOf(members -> {
                        members.address(entry.address());
                        members.member("status", result.status().code());
                        Optional<PublishedCharacteristic> characteristic = find(snapshot, entry.address());
                        if (entry.response() && result.value().isPresent() && characteristic.isPresent()) {
                            CharacteristicMembers.value(
                                    members,
                                    characteristic.get(),
                                    result.value().get());
                        }
                    });
                }));
    }

    private static List<Integer> indices(List<Result> results) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            indices.add(i);
        }
        return indices;
    }
}
