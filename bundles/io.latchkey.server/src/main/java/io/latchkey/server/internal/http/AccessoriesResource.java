// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import io.latchkey.api.model.Permission;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Exchange;
import io.latchkey.server.internal.access.PermittedAccess;
import io.latchkey.server.internal.database.AccessoryDatabase;
import io.latchkey.server.internal.database.Presence;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.json.JsonOutput;
import io.latchkey.server.internal.session.Client;
import io.latchkey.server.internal.session.Clients;
import java.util.List;

/**
 * {@code /accessories}: the whole database in one answer (HAP specification R2 section 6.6.4). Values that are at hand are
 * read, others are those last known; one that nobody has read yet, and one whose changes nobody announces, is asked for,
 * for a short time, unless it is absent. Where a value is due there is always one, because iOS drops the pairing over a
 * null.
 */
public final class AccessoriesResource implements Resource {
    private final AccessoryDatabase database;
    private final PermittedAccess access;
    private final Clients clients;

    /** Prepares the resource of one bridge. */
    public AccessoriesResource(AccessoryDatabase database, PermittedAccess access, Clients clients) {
        this.database = database;
        this.access = access;
        this.clients = clients;
    }

    @Override
    public void handle(Exchange exchange, Client client) {
        AccessoriesJson listing = database.snapshot().derived(AccessoriesJson.class, AccessoriesJson::new);
        access.learn(toLearn(listing), () -> exchange.execute(() -> exchange.respond(answer(listing, client))));
    }

    private static List<PublishedCharacteristic> toLearn(AccessoriesJson listing) {
        return listing.readable().stream()
                .filter(each -> each.presence() == Presence.ATTACHED)
                .filter(each -> each.definition().isDirect() || !each.isKnown() || !each.allows(Permission.EVENTS))
                .toList();
    }

    private Answer answer(AccessoriesJson listing, Client client) {
        return Answer.of(
                HttpAnswers.OK,
                JsonOutput.CONTENT_TYPE,
                listing.filled(each -> clients.isSubscribed(client, each.id()), access::shown));
    }
}
