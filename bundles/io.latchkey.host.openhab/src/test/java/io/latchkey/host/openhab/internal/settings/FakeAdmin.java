// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A configuration admin that remembers how often each configuration was written. */
final class FakeAdmin implements ConfigurationAdmin {
    private final List<Fake> all = new ArrayList<>();
    Runnable written = () -> {};

    /** Puts a configuration there as somebody else would. */
    Fake put(String pid, String factory, Map<String, ?> properties) {
        Fake made = new Fake(pid, factory);
        all.add(made);
        made.update(new Hashtable<>(properties));
        made.writes = 0;
        return made;
    }

    /** The only one with that id. */
    Fake bridge(String id) {
        return all.stream()
                .filter(each -> each.properties != null && id.equals(each.properties.get("id")))
                .findFirst()
                .orElseThrow();
    }

    int count() {
        return all.size();
    }

    @Override
    public Configuration createFactoryConfiguration(String factoryPid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Configuration createFactoryConfiguration(String factoryPid, String location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Configuration getConfiguration(String pid, String location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Configuration getConfiguration(String pid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Configuration getFactoryConfiguration(String factoryPid, String name, String location) {
        String pid = factoryPid + "~" + name;
        return all.stream().filter(each -> each.pid.equals(pid)).findFirst().orElseGet(() -> {
            Fake made = new Fake(pid, factoryPid);
            all.add(made);
            return made;
        });
    }

    @Override
    public Configuration getFactoryConfiguration(String factoryPid, String name) {
        return getFactoryConfiguration(factoryPid, name, null);
    }

    @Override
    public Configuration[] listConfigurations(String text) throws InvalidSyntaxException {
        Filter filter = FrameworkUtil.createFilter(text);
        Configuration[] found = all.stream()
                .filter(each -> each.properties != null && filter.match(each.properties))
                .toArray(Configuration[]::new);
        return found.length == 0 ? null : found;
    }

    /** One configuration. */
    final class Fake implements Configuration {
        private final String pid;
        private final String factory;
        Hashtable<String, Object> properties;
        int writes;

        Fake(String pid, String factory) {
            this.pid = pid;
            this.factory = factory;
        }

        /** Changes some properties as a form would. */
        void save(Map<String, ?> changed) {
            Hashtable<String, Object> now = new Hashtable<>(properties);
            now.putAll(changed);
            int before = writes;
            update(now);
            writes = before;
        }

        @Override
        public String getPid() {
            return pid;
        }

        @Override
        public Dictionary<String, Object> getProperties() {
            return properties == null ? null : new Hashtable<>(properties);
        }

        @Override
        public void update(Dictionary<String, ?> changed) {
            Hashtable<String, Object> now = new Hashtable<>();
            changed.keys().asIterator().forEachRemaining(key -> now.put(key, changed.get(key)));
            now.put("service.pid", pid);
            if (factory != null) {
                now.put("service.factoryPid", factory);
            }
            properties = now;
            writes++;
            written.run();
        }

        @Override
        public void delete() {
            all.remove(this);
        }

        @Override
        public String getFactoryPid() {
            return factory;
        }

        @Override
        public void update() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean updateIfDifferent(Dictionary<String, ?> changed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setBundleLocation(String location) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getBundleLocation() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long getChangeCount() {
            return writes;
        }

        @Override
        public void addAttributes(ConfigurationAttribute... attributes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeAttributes(ConfigurationAttribute... attributes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<ConfigurationAttribute> getAttributes() {
            return Set.of();
        }

        @Override
        public Dictionary<String, Object> getProcessedProperties(ServiceReference<?> reference) {
            throw new UnsupportedOperationException();
        }
    }
}
