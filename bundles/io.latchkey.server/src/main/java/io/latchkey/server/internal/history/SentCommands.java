// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.history;

import io.latchkey.api.model.WriteBatch;
import io.latchkey.api.store.ControllerWrite.SentCommand;
import java.util.ArrayList;
import java.util.List;

/** Hears which commands one write of a controller becomes; takes a few only. Safe for all threads. */
public final class SentCommands implements WriteBatch {
    private static final int MOST = 16;

    private final List<SentCommand> sent = new ArrayList<>();

    /** Whoever hands the writes over gathers them himself; there is nothing to wait for. */
    @Override
    public void whenGathered(Runnable action) {
        action.run();
    }

    @Override
    public synchronized void commanded(String item, String command) {
        if (sent.size() < MOST) {
            sent.add(new SentCommand(item, command));
        }
    }

    synchronized List<SentCommand> all() {
        return List.copyOf(sent);
    }
}
