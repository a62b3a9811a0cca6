// SPDX-License-Identifier: EPL-2.0
package io.latchkey.measures.internal.jmx;

import io.latchkey.measures.internal.reading.MeasureNames;
import io.latchkey.measures.internal.reading.RecentMeasures;
import java.util.Map;
import java.util.TreeMap;

/** A bridge for JMX. Called on threads of whoever looks. */
final class BridgeBean implements BridgeMXBean {
    private final RecentMeasures measures;

    BridgeBean(RecentMeasures measures) {
        this.measures = measures;
    }

    @Override
    public String getState() {
        return measures.now().state().name();
    }

    @Override
    public int getControllers() {
        return measures.now().controllers();
    }

    @Override
    public int getVerifiedSessions() {
        return measures.now().verifiedSessions();
    }

    @Override
    public int getUnverifiedSessions() {
        return measures.now().unverifiedSessions();
    }

    @Override
    public long getOpenedSessions() {
        return measures.now().openedSessions();
    }

    @Override
    public int getAccessories() {
        return measures.now().accessories();
    }

    @Override
    public int getAbsentAccessories() {
        return measures.now().absentAccessories();
    }

    @Override
    public long getEventMessages() {
        return measures.now().eventMessages();
    }

    @Override
    public long getEvents() {
        return measures.now().events();
    }

    @Override
    public long getLateEventMessages() {
        return measures.now().lateEventMessages();
    }

    @Override
    public long getSlowAnswers() {
        return measures.now().slowAnswers();
    }

    @Override
    public long getStoreWrites() {
        return measures.now().storeWrites();
    }

    @Override
    public long getStoreFailures() {
        return measures.now().storeFailures();
    }

    @Override
    public Map<String, RequestNumbers> getRequests() {
        Map<String, RequestNumbers> requests = new TreeMap<>();
        measures.now().requests().stream()
                .filter(each -> each.count() > 0)
                .forEach(each -> requests.put(MeasureNames.of(each.kind()), new RequestNumbers(each)));
        return requests;
    }
}
