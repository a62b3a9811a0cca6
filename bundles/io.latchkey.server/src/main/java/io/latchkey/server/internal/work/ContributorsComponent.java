// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.ContributorFailure;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.server.internal.work.CallLanes.Lane;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Calls contributors on the threads of {@link CallLanes}, under one watch for all calls wherever they run. */
@Component
public final class ContributorsComponent implements Contributors {
    private final Workers workers;
    private final CallLanes lanes;

    /** Begins to watch what runs in these lanes, and what is called through this service on any thread. */
    @Activate
    public ContributorsComponent(@Reference Workers workers, @Reference CallLanes lanes) {
        this.workers = workers;
        this.lanes = lanes;
        lanes.watch().start(this::lookSoon);
    }

    @Override
    public Contributor join(String name) {
        return new JoinedContributor(name, workers, lanes);
    }

    @Override
    public void execute(String what, Runnable work) {
        boolean isTaken = lanes.offer(new CallLanes.Call() {
            @Override
            public Lane lane() {
                return new Lane(what, what);
            }

            @Override
            public boolean isWanted() {
                return true;
            }

            @Override
            public int patience() {
                return Integer.MAX_VALUE;
            }

            @Override
            public void run() {
                work.run();
            }
        });
        if (!isTaken) {
            throw new RejectedExecutionException("too much waits of " + what);
        }
    }

    @Override
    public List<ContributorFailure> failures() {
        return lanes.failures().all();
    }

    private void lookSoon() {
        try {
            workers.schedule(CallWatch.LOOK, lanes.watch()::look);
        } catch (RejectedExecutionException stopping) {
            lanes.watch().start(() -> {});
        }
    }
}
