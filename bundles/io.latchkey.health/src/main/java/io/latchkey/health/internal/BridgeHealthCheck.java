// SPDX-License-Identifier: EPL-2.0
package io.latchkey.health.internal;

import io.latchkey.api.bridge.BridgeHealth;
import io.latchkey.api.bridge.Diagnosis;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * How all bridges are, as a health check: what the doctor knows without looking, each with its code. OK when there is nothing
 * to mend, WARN when there is, CRITICAL when a bridge can't be reached. Called on threads of Health Checks; waits for nothing.
 */
final class BridgeHealthCheck implements HealthCheck {
    private static final String NAME = "Latchkey";
    private static final String TAG = "latchkey";

    private final Supplier<Optional<BridgeHealth>> health;

    BridgeHealthCheck(Supplier<Optional<BridgeHealth>> health) {
        this.health = health;
    }

    /**
     * Registers a check.
     *
     * @param health empty while bridges can't run
     * @return takes it away
     */
    static Runnable register(BundleContext context, Supplier<Optional<BridgeHealth>> health) {
        Map<String, Object> properties =
                Map.of(HealthCheck.NAME, NAME, HealthCheck.TAGS, new String[] {TAG}, HealthCheck.MBEAN_NAME, TAG);
        ServiceRegistration<HealthCheck> registration =
                context.registerService(HealthCheck.class, new BridgeHealthCheck(health), new Hashtable<>(properties));
        return registration::unregister;
    }

    @Override
    public Result execute() {
        return health.get()
                .map(known -> result(known.diagnoses()))
                .orElseGet(() -> new Result(
                        Result.Status.CRITICAL, "No bridge can run at the moment; latchkey:doctor says why."));
    }

    private static Result result(List<Diagnosis> diagnoses) {
        ResultLog log = new ResultLog();
        diagnoses.forEach(each -> log.add(new ResultLog.Entry(status(each), text(each))));
        return new Result(log);
    }

    private static Result.Status status(Diagnosis diagnosis) {
        return switch (diagnosis.severity()) {
            case RIGHT -> Result.Status.OK;
            case MEND -> Result.Status.WARN;
            case UNREACHABLE -> Result.Status.CRITICAL;
        };
    }

    private static String text(Diagnosis diagnosis) {
        String about =
                diagnosis.bridge().map(bridge -> "bridge " + bridge + ": ").orElse("");
        String cure = diagnosis.cure().isEmpty() ? "" : " " + diagnosis.cure();
        return diagnosis.code() + ": " + about + diagnosis.seen() + cure;
    }
}
