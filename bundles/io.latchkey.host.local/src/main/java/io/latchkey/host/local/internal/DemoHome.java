// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A home to look at: a dozen items of different kinds, of which some move a little by themselves, the same way in every
 * run.
 */
final class DemoHome implements ItemSource {
    static final Duration PERIOD = Duration.ofSeconds(5);
    private static final Logger LOGGER = LoggerFactory.getLogger(DemoHome.class);

    private static final Map<String, LongFunction<ItemState>> MOVES = Map.of(
            "Demo_Study_Temperature", step -> wave(step, 21.4, 0.8, 60, "°C"),
            "Demo_Study_Humidity", step -> wave(step, 46, 3, 90, "%"),
            "Demo_Garden_Light", step -> wave(step, 5200, 4800, 720, "lx"),
            "Demo_Study_CO2", step -> wave(step, 720, 180, 120, "ppm"),
            "Demo_Hall_Motion", step -> new ItemState.OnOff(step % 12 < 2),
            "Demo_Front_Door", step -> new ItemState.OpenClosed(step % 40 == 7));

    private final LocalItems items;
    private final Workers workers;
    private final Contributors contributors;
    private Future<?> next;
    private boolean stopped;
    private volatile long step;

    DemoHome(LocalItems items, Workers workers, Contributors contributors) {
        this.items = items;
        this.workers = workers;
        this.contributors = contributors;
    }

    @Override
    public void start() {
        items.replaceAll(ItemsUpdate.of(home()));
        moveLater();
    }

    /** The names of all its items. */
    static Set<String> names() {
        return home().keySet();
    }

    private static Map<String, Item> home() {
        try {
            return ItemsText.read(text()).items();
        } catch (ItemsFormatException e) {
            throw new IllegalStateException("the demo home is no items file", e);
        }
    }

    static String text() {
        try (InputStream in = DemoHome.class.getResourceAsStream("demo.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo home can't be read", e);
        }
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        if (next != null) {
            next.cancel(false);
        }
    }

    private synchronized void moveLater() {
        if (stopped) {
            return;
        }
        try {
            next = workers.schedule(PERIOD, this::handOver);
        } catch (RejectedExecutionException threadsAreGone) {
            LOGGER.debug("The demo home stands still");
        }
    }

    private void handOver() {
        try {
            contributors.execute("demo home", this::move);
        } catch (RejectedExecutionException busy) {
            moveLater();
        }
    }

    private void move() {
        step++;
        MOVES.forEach((name, state) -> {
            ItemState now = state.apply(step);
            boolean isNews =
                    items.find(name).filter(item -> !item.state().equals(now)).isPresent();
            if (isNews) {
                items.update(name, now);
            }
        });
        moveLater();
    }

    private static ItemState wave(long step, double middle, double height, int period, String unit) {
        double number = middle + height * Math.sin(2 * Math.PI * step / period);
        return new ItemState.Quantity(BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP), Optional.of(unit));
    }
}
