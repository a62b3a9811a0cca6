// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.ClientListener;
import io.latchkey.api.controller.ControllerException;
import io.latchkey.controller.internal.json.AnswerParser;
import io.latchkey.controller.internal.json.MalformedAnswerException;
import io.latchkey.controller.internal.link.ControllerFailures;
import java.util.List;
import java.util.function.Supplier;

/** Passes on to a client's listener, events in a form that it understands. */
final class EventForwarder implements ConnectionKeeper.Observer {
    private final ClientListener listener;
    private final Supplier<String> who;

    EventForwarder(ClientListener listener, Supplier<String> who) {
        this.listener = listener;
        this.who = who;
    }

    @Override
    public void connected() {
        listener.connected();
    }

    @Override
    public void lost(ControllerException cause) {
        listener.lost(cause);
    }

    @Override
    public void event(byte[] body) throws ControllerException {
        List<CharacteristicReport> changes;
        try {
            changes = AnswerParser.characteristics(body);
        } catch (MalformedAnswerException malformed) {
            throw ControllerFailures.of(who.get(), malformed);
        }
        if (!changes.isEmpty()) {
            listener.event(changes);
        }
    }
}
