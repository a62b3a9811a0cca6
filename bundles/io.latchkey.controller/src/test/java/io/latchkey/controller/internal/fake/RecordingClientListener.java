// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.fake;

import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.ClientListener;
import io.latchkey.api.controller.ControllerException;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a client told, as short texts in order. */
public final class RecordingClientListener implements ClientListener {
    private final List<String> notices = new ArrayList<>();

    /** Everything since the last time, such as {@code connected}, {@code lost TIMED_OUT}, {@code 2.9=Bool[on=true]}. */
    public List<String> take() {
        List<String> taken = List.copyOf(notices);
        notices.clear();
        return taken;
    }

    @Override
    public void connected() {
        notices.add("connected");
    }

    @Override
    public void lost(ControllerException cause) {
        notices.add("lost " + cause.reason());
    }

    @Override
    public void event(List<CharacteristicReport> changes) {
        changes.forEach(change -> notices.add(change.id() + "=" + change.value().orElseThrow()));
    }
}
