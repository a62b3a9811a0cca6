// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Exchange;
import io.latchkey.server.internal.access.Access;
import io.latchkey.server.internal.database.AccessoryDatabase;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.PublishedService;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.json.JsonOutput;
import io.latchkey.server.internal.session.Client;
import io.latchkey.server.internal.session.Clients;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /accessories}: the whole database in one answer (HAP specification R2 section 6.6.4). Values that are at hand are
 * read, others are those last known; one that nobody has read yet is asked for, for a short time. Where a value is due there
 * is always one, because iOS drops the pairing over a null.
 */
public final class AccessoriesResource implements Resource {
    private final AccessoryDatabase database;
    private final Access access;
    private final Clients clients;

    /** Prepares the resource of one bridge. */
    public AccessoriesResource(AccessoryDatabase database, Access access, Clients clients) {
        this.database = database;
        this.access = access;
        this.clients = clients;
    }

    @Override
    public void handle(Exchange exchange, Client client) {
        Snapshot snapshot = database.snapshot();
        access.learn(toLearn(snapshot), () -> exchange.respond(answer(snapshot, client)));
    }

    private static List<PublishedCharacteristic> toLearn(Snapshot snapshot) {
        List<PublishedCharacteristic> unknown = new ArrayList<>();
        for (PublishedAccessory accessory : snapshot.accessories()) {
            for (PublishedService service : accessory.services()) {
                service.characteristics().stream()
                        .filter(each -> each.allows(Permission.PAIRED_READ))
                        .filter(each -> each.definition().isDirect() || !each.isKnown())
                        .forEach(unknown::add);
            }
        }
        return unknown;
    }

    private Answer answer(Snapshot snapshot, Client client) {
        return Answers.json(
                Answers.OK,
                output -> output.array("accessories", snapshot.accessories(), each -> write(output, each, client)));
    }

    private void write(JsonOutput output, PublishedAccessory accessory, Client client) throws IOException {
        output.objectOf(members -> {
            members.member("aid", accessory.aid().value());
            members.array("services", accessory.services(), each -> write(output, each, client));
        });
    }

    private void write(JsonOutput output, PublishedService service, Client client) throws IOException {
        output.objectOf(members -> {
            members.member("iid", service.iid().value());
            members.member("type", service.definition().type().uuid().text());
            if (service.definition().isPrimary()) {
                members.member("primary", true);
            }
            if (isHidden(service)) {
                members.member("hidden", true);
            }
            if (!service.linked().isEmpty()) {
                members.array("linked", service.linked(), iid -> members.element(iid.value()));
            }
            members.array("characteristics", service.characteristics(), each -> write(output, each, client));
        });
    }

    private static boolean isHidden(PublishedService service) {
        return service.definition().isHidden()
                || service.characteristics().stream().allMatch(each -> each.allows(Permission.HIDDEN));
    }

    private void write(JsonOutput output, PublishedCharacteristic characteristic, Client client) throws IOException {
        output.objectOf(members -> {
            members.member("iid", characteristic.id().iid().value());
            Description.type(members, characteristic);
            Description.permissions(members, characteristic);
            if (characteristic.allows(Permission.PAIRED_READ)) {
                Value value = characteristic.shown();
                Description.value(members, characteristic, value);
            }
            if (characteristic.allows(Permission.EVENTS)) {
                members.member("ev", clients.isSubscribed(client, characteristic.id()));
            }
            Description.meta(members, characteristic);
        });
    }
}
