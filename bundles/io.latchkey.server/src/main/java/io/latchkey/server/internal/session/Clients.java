// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.session;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Session;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The open sessions of a bridge and what they have subscribed to. A subscription lives as long as its connection and is not
 * shared with others of the same controller (HAP specification R2 section 6.8). Each end costs what the session had
 * subscribed to, and nothing for one that had subscribed to nothing. Safe for all threads; publishing never waits.
 */
public final class Clients {
    private final Map<Session, Client> clients = new ConcurrentHashMap<>();
    private final Map<CharacteristicId, Set<Client>> subscriptions = new ConcurrentHashMap<>();
    private final AccessPermit permit;

    /** Those of a bridge, none yet. */
    public Clients() {
        this(false);
    }

    /**
     * None yet.
     *
     * @param isStandalone whether they are those of one accessory, and not of a bridge
     */
    public Clients(boolean isStandalone) {
        permit = new AccessPermit(isStandalone);
    }

    /** Whether they may use the accessories of the bridge. */
    public AccessPermit permit() {
        return permit;
    }

    /** A session has opened. */
    public void opened(Session session) {
        clients.put(session, new Client(session));
    }

    /** A session has closed: everything it had goes. */
    public Optional<Client> closed(Session session) {
        Optional<Client> client = Optional.ofNullable(clients.remove(session));
        client.ifPresent(gone -> List.copyOf(gone.subscriptions()).forEach(id -> drop(gone, id)));
        return client;
    }

    /** What is known of an open session. */
    public Optional<Client> find(Session session) {
        return Optional.ofNullable(clients.get(session));
    }

    /** All open sessions. */
    public Collection<Client> all() {
        return List.copyOf(clients.values());
    }

    /** Lets a session hear of a characteristic, if need be once it may; once more makes no difference. */
    public void subscribe(Client client, CharacteristicId id) {
        if (!isSubscribed(client, id)) {
            client.begins(id);
        }
        subscriptions.compute(id, (key, subscribers) -> {
            Set<Client> set = subscribers == null ? ConcurrentHashMap.newKeySet() : subscribers;
            set.add(client);
            client.subscriptions().add(id);
            return set;
        });
        if (!clients.containsKey(client.session())) {
            drop(client, id);
        }
        permit.refuses(id);
    }

    /** Lets a session hear of it no more, not even of what waits to leave or is being published right now. */
    public void unsubscribe(Client client, CharacteristicId id) {
        Set<Client> subscribers = subscriptions.get(id);
        if (subscribers != null) {
            synchronized (subscribers) {
                drop(client, id);
            }
        }
        client.session().withdraw(id);
    }

    /** Whether a session hears of it. */
    public boolean isSubscribed(Client client, CharacteristicId id) {
        return subscriptions.getOrDefault(id, Set.of()).contains(client);
    }

    /** Whether any session hears of it. */
    public boolean isAnybodySubscribed(CharacteristicId id) {
        return subscriptions.containsKey(id);
    }

    /** How many characteristics a session hears of. */
    public int subscriptions(Client client) {
        return client.subscriptions().size();
    }

    /** Offers a change to those who subscribed, except where it only echoes what they wrote. */
    public void publish(CharacteristicId id, Value value, EventUrgency urgency) {
        Set<Client> subscribers = subscriptions.get(id);
        if (subscribers != null) {
            synchronized (subscribers) {
                if (!permit.refuses(id)) {
                    subscribers.forEach(client -> client.tell(id, value, urgency));
                }
            }
        }
    }

    /** Offers a value that is still the same to those who wrote another: the host did not take it. */
    public void remind(CharacteristicId id, Value value, EventUrgency urgency) {
        Set<Client> subscribers = subscriptions.get(id);
        if (subscribers != null) {
            synchronized (subscribers) {
                if (!permit.refuses(id)) {
                    subscribers.forEach(client -> client.remind(id, value, urgency));
                }
            }
        }
    }

    /** Ends the subscriptions to what is there no more. */
    public void retain(Predicate<CharacteristicId> exists) {
        subscriptions.keySet().stream()
                .filter(id -> !exists.test(id))
                .forEach(id -> subscriptions.computeIfPresent(id, (key, subscribers) -> {
                    subscribers.forEach(client -> client.subscriptions().remove(id));
                    return null;
                }));
    }

    private void drop(Client client, CharacteristicId id) {
        subscriptions.computeIfPresent(id, (key, subscribers) -> {
            subscribers.remove(client);
            client.subscriptions().remove(id);
            return subscribers.isEmpty() ? null : subscribers;
        });
    }
}
