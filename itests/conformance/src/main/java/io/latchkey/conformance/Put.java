// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import java.util.ArrayList;
import java.util.List;

/** The body of a PUT to {@code /characteristics}, put together member by member; values are JSON. Immutable. */
public final class Put {
    private final String first;
    private final List<String> entries;
    private final String more;

    private Put(List<String> entries, String more) {
        this("", entries, more);
    }

    private Put(String first, List<String> entries, String more) {
        this.first = first;
        this.entries = List.copyOf(entries);
        this.more = more;
    }

    /** Writes a value. */
    public static Put value(String id, String json) {
        return new Put(List.of(), "").andValue(id, json);
    }

    /** Subscribes or unsubscribes. */
    public static Put events(String id, boolean on) {
        return new Put(List.of(), "").andEvents(id, on);
    }

    /** Has an entry of that id and nothing else. */
    static Put nothing(String id) {
        return new Put(List.of(address(id)), "");
    }

    /** Writes another value. */
    public Put andValue(String id, String json) {
        return and(id, "value", json);
    }

    /** Subscribes to another one, or unsubscribes. */
    public Put andEvents(String id, boolean on) {
        return and(id, "ev", Boolean.toString(on));
    }

    /** Gives the last entry another member. */
    public Put with(String member, String json) {
        List<String> changed = new ArrayList<>(entries);
        int last = changed.size() - 1;
        changed.set(last, changed.get(last) + ",\"" + member + "\":" + json);
        return new Put(first, changed, more);
    }

    /** Asks for a write response in the last entry. */
    public Put withResponse() {
        return with("r", "true");
    }

    /** Executes the timed write of that number. */
    public Put pid(String number) {
        return new Put(first, entries, ",\"pid\":" + number);
    }

    /** The same with the number in front of the entries: the order of members is free. */
    public Put pidFirst(String number) {
        return new Put("\"pid\":" + number + ",", entries, more);
    }

    /** The body. */
    public String json() {
        return "{" + first + "\"characteristics\":[{" + String.join("},{", entries) + "}]" + more + "}";
    }

    private Put and(String id, String member, String json) {
        List<String> longer = new ArrayList<>(entries);
        longer.add(address(id));
        return new Put(first, longer, more).with(member, json);
    }

    private static String address(String id) {
        String[] numbers = id.split("\\.");
        return "\"aid\":" + numbers[0] + ",\"iid\":" + numbers[1];
    }
}
