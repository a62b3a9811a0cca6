// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak.home;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What moves by itself in the home, each at its own multiple of a beat, until somebody asks for calm. */
final class Movement implements Runnable {
    private final List<Mover> movers = new CopyOnWriteArrayList<>();
    private volatile boolean calm;
    private long beat;

    private record Mover(int beats, Runnable move) {}

    /** Lets something move each time that many beats are over. */
    void every(int beats, Runnable move) {
        movers.add(new Mover(beats, move));
    }

    void calm(boolean wanted) {
        calm = wanted;
    }

    /** One beat; always on the same thread. */
    @Override
    public void run() {
        beat++;
        for (Mover mover : movers) {
            if (!calm && beat % mover.beats() == 0) {
                mover.move().run();
            }
        }
    }
}
