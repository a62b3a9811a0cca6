// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.UsualAddress;
import io.latchkey.api.controller.ClientListener;
import io.latchkey.api.controller.DiscoveryListener;
import io.latchkey.api.discovery.Advertiser;
import io.latchkey.api.discovery.BrowseListener;
import io.latchkey.api.discovery.Browser;
import io.latchkey.api.extension.AccessoryExtension;
import io.latchkey.api.extension.BridgeExtension;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.transport.ConnectionListener;
import io.latchkey.api.transport.EventEncoder;
import io.latchkey.api.transport.ExchangeHandler;
import io.latchkey.api.transport.SessionListener;
import io.latchkey.api.verb.Verb;
import java.net.MalformedURLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whoever adds an interface that others implement has to say whether strangers do, and then to have each of its methods
 * misbehave in the tests of its bundle: MisbehavingContributorTest, MisbehavingProviderTest, MisbehavingExtensionTest,
 * MisbehavingListenerTest, GuardedVerbTest, ItemListenersTest, MisbehavingExaminationTest.
 */
class ContributorInterfacesIT {
    /** Each method of these misbehaves in a test, in every way. */
    private static final Set<Class<?>> MISBEHAVING = Set.of(
            AccessoryType.class,
            Mapping.class,
            Behaviour.class,
            AccessoryProvider.class,
            AccessoryExtension.class,
            BridgeExtension.class,
            ItemRegistry.class,
            ItemListener.class,
            Verb.class,
            ClientListener.class,
            DiscoveryListener.class,
            Examination.class);
    /** Bundles of Latchkey implement these for each other: what they wait for has threads of its own. */
    private static final Set<Class<?>> OUR_OWN = Set.of(
            UsualAddress.class,
            Advertiser.class,
            Browser.class,
            BrowseListener.class,
            BridgeStore.class,
            ExchangeHandler.class,
            SessionListener.class,
            ConnectionListener.class,
            EventEncoder.class);

    @Test
    void eachIsTriedOrIsOurOwn() throws MalformedURLException {
        Set<String> found = new ClassFileImporter()
                .importUrl(Part.API.jar().toUri().toURL()).stream()
                        .filter(type -> type.isAnnotatedWith(ConsumerType.class))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = Stream.concat(MISBEHAVING.stream(), OUR_OWN.stream())
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(known, found);
    }
}
