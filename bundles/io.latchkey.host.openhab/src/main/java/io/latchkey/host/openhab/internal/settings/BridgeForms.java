// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.host.openhab.internal.settings.BridgeForm.Action;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the settings pages of the bridges: one page for each, and actions that are done once. openHAB finds the pages, and
 * the form for a new bridge, by the properties of services. Says in openHAB's log when a bridge is ready.
 *
 * <p>Looks now and then on the timer thread, works on threads that may wait for openHAB, one run at a time. Nothing that
 * is in a configuration goes into a log except ids and names.
 */
@Component(
        immediate = true,
        property = {
            Constants.SERVICE_PID + "=" + BridgeConfigurations.FORM,
            "service.config.description.uri=" + BridgeForms.DESCRIPTION,
            "service.config.label=@text/service.io.latchkey-bridge.new",
            "service.config.category=io",
            "service.config.factory:Boolean=true"
        })
public final class BridgeForms implements ConfigurationListener {
    /** What the configuration of a bridge looks like in forms. */
    static final String DESCRIPTION = "io:latchkey-bridge";

    private static final Logger LOG = LoggerFactory.getLogger(BridgeForms.class);
    private static final Set<String> OURS =
            Set.of(BridgeConfigurations.FACTORY, BridgeConfigurations.FORM, HostSettings.PID);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final BridgeConfigurations configurations;
    private final BridgeRuntime runtime;
    private final BridgeControl control;
    private final Workers workers;
    private final Contributors contributors;
    private final Pages pages;
    private final ActionOutcomes outcomes;
    private final ReadinessLog readiness = new ReadinessLog();
    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile boolean unfinished;
    private volatile boolean closed;

    /** Begins to keep them. */
    @Activate
    public BridgeForms(
            BundleContext context,
            @Reference ConfigurationAdmin admin,
            @Reference BridgeRuntime runtime,
            @Reference BridgeControl control,
            @Reference Workers workers,
            @Reference Contributors contributors,
            @Reference ActionOutcomes outcomes) {
        this(new Pages(context), admin, runtime, control, workers, contributors, outcomes);
        request();
        lookLater();
    }

    BridgeForms(
            Pages pages,
            ConfigurationAdmin admin,
            BridgeRuntime runtime,
            BridgeControl control,
            Workers workers,
            Contributors contributors,
            ActionOutcomes outcomes) {
        this.pages = pages;
        this.configurations = new BridgeConfigurations(admin);
        this.runtime = runtime;
        this.control = control;
        this.workers = workers;
        this.contributors = contributors;
        this.outcomes = outcomes;
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (OURS.contains(String.valueOf(event.getFactoryPid())) || OURS.contains(event.getPid())) {
            request();
        }
    }

    /** Keeps nothing any more. */
    @Deactivate
    void close() {
        closed = true;
        pages.close();
    }

    /** Has the forms looked through on a thread that may wait for openHAB, as soon as one is free. */
    void request() {
        if (closed || queued.getAndSet(true)) {
            return;
        }
        try {
            contributors.execute("settings in openHAB", this::settle);
        } catch (RejectedExecutionException busy) {
            queued.set(false);
            unfinished = true;
        }
    }

    /** Ends in silence where the threads are gone already: then this component goes too. */
    void lookLater() {
        if (closed) {
            return;
        }
        try {
            workers.schedule(LOOK, this::look);
        } catch (RejectedExecutionException stopped) {
            close();
        }
    }

    private void look() {
        try {
            readiness.look(runtime.bridges());
            if (unfinished) {
                unfinished = false;
                request();
            }
        } finally {
            lookLater();
        }
    }

    private synchronized void settle() {
        queued.set(false);
        try {
            configurations.adopt();
            configurations.cleanAddOn();
            for (Configuration configuration : configurations.all()) {
                if (configuration.getProperties() != null) {
                    settle(configuration, new BridgeForm(Dictionaries.map(configuration.getProperties())));
                }
            }
            Map<String, BridgeForm> forms = configurations.forms();
            outcomes.retain(forms);
            pages.show(forms);
        } catch (IOException | IllegalStateException e) {
            LOG.warn("The settings pages of bridges can't be kept now, this is tried again: {}", e.toString());
            unfinished = true;
        }
    }

    /** Switches are off before anything is done, so that nothing can be done twice. */
    private void settle(Configuration configuration, BridgeForm form) throws IOException {
        Optional<Map<String, Object>> settled = form.settled();
        if (form.removal().filter(form.name()::equals).isPresent()) {
            configuration.delete();
            LOG.info("Bridge {} is removed, as its settings page asked for; what it has stored stays", form.id());
        } else if (settled.isPresent()) {
            configuration.update(Dictionaries.dictionary(settled.get()));
            BridgeForm now = new BridgeForm(Dictionaries.map(configuration.getProperties()));
            form.removal()
                    .ifPresent(typed ->
                            outcomes.tell(configuration.getPid(), now, "remove.otherName", typed, form.name()));
            form.wishes().forEach(action -> act(action, configuration.getPid(), now));
        }
    }

    private void act(Action action, String pid, BridgeForm form) {
        String id = form.id();
        CompletionStage<?> done = action == Action.RESET ? control.reset(id) : control.newSetupCode(id);
        done.whenComplete((result, trouble) -> {
            if (trouble == null) {
                LOG.info("Bridge {}: {} is done, as its settings page asked for", id, action);
                outcomes.tell(pid, form, action.key() + ".done");
            } else {
                LOG.warn("Bridge {}: {} could not be done: {}", id, action, trouble.getMessage());
                outcomes.tell(pid, form, action.key() + ".failed");
            }
        });
    }
}
