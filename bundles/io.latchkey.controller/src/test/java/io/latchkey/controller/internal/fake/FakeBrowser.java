// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.fake;

import io.latchkey.api.discovery.BrowseListener;
import io.latchkey.api.discovery.Browser;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Searches that find what the test says. */
public final class FakeBrowser implements Browser {
    private final List<BrowseListener> searches = new ArrayList<>();

    @Override
    public Browsing browse(InetAddress on, BrowseListener listener) {
        searches.add(listener);
        return () -> searches.remove(listener);
    }

    /** The searches under way. */
    public List<BrowseListener> searches() {
        return searches;
    }
}
