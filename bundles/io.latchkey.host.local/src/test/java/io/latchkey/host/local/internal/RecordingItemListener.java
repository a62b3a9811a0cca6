// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemState;
import java.util.ArrayList;
import java.util.List;

/** Notes what a listener is told. */
final class RecordingItemListener implements ItemListener {
    final List<String> states = new ArrayList<>();
    final List<ItemChanges> changes = new ArrayList<>();

    @Override
    public void updated(String item, ItemState state) {
        states.add(item + "=" + state.text());
    }

    @Override
    public void replaced(ItemChanges batch) {
        changes.add(batch);
    }
}
