// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call that returns at the moment in which it is told that it hasn't. */
@Timeout(60)
class RunningCallTest {
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    /** Says when it begins and ends to hear; the call returns in between if it is wished. */
    private final class Hearing implements RunningCall.Caller {
        private final boolean returnsMeanwhile;

        Hearing(boolean returnsMeanwhile) {
            this.returnsMeanwhile = returnsMeanwhile;
        }

        @Override
        public Object contributor() {
            return "contributor";
        }

        @Override
        public void overdue(RunningCall call) {
            told.add("overdue begins");
            if (returnsMeanwhile) {
                Thread thread = new Thread(call::end);
                thread.start();
                join(thread);
            }
            told.add("overdue ends");
        }

        @Override
        public void returned(RunningCall call) {
            told.add("returned");
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void itsReturnIsToldAfterItsBeingOverdue() {
        RunningCall call = call(new Hearing(true));
        call.age();
        assertEquals(List.of("overdue begins", "overdue ends", "returned"), told);
    }

    @Test
    void itsReturnIsToldOnce() {
        RunningCall call = call(new Hearing(false));
        call.age();
        call.age();
        call.end();
        call.age();
        assertEquals(List.of("overdue begins", "overdue ends", "returned"), told);
    }

    @Test
    void whatReturnsInTimeIsNotTold() {
        RunningCall call = call(new Hearing(false));
        call.end();
        call.age();
        assertEquals(List.of(), told);
    }

    private static RunningCall call(RunningCall.Caller caller) {
        return new RunningCall(caller, "call", 1, Optional.empty());
    }
}
