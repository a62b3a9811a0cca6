// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import org.openhab.core.types.CommandDescription;
import org.openhab.core.types.State;
import org.openhab.core.types.StateDescription;
import org.openhab.core.types.UnDefType;

/** What all items share. */
public abstract class GenericItem implements ActiveItem {
    protected final String name;
    protected final String type;
    protected State state = UnDefType.NULL;
    protected String label;
    protected String category;
    protected List<String> groupNames = new CopyOnWriteArrayList<>();
    protected Set<String> tags = new CopyOnWriteArraySet<>();

    public GenericItem(String type, String name) {
        this.name = name;
        this.type = type;
    }

    @Override
    public State getState() {
        return state;
    }

    @Override
    public <T extends State> T getStateAs(Class<T> typeClass) {
        return state.as(typeClass);
    }

    @Override
    public String getUID() {
        return getName();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getType() {
        return type;
    }

    @Override
    public List<String> getGroupNames() {
        return List.copyOf(groupNames);
    }

    @Override
    public void addGroupName(String groupItemName) {
        groupNames.add(groupItemName);
    }

    @Override
    public void removeGroupName(String groupItemName) {
        groupNames.remove(groupItemName);
    }

    public void setState(State state) {
        this.state = state;
    }

    @Override
    public Set<String> getTags() {
        return Set.copyOf(tags);
    }

    @Override
    public boolean hasTag(String tag) {
        return tags.contains(tag);
    }

    @Override
    public void addTag(String tag) {
        tags.add(tag);
    }

    @Override
    public void removeTag(String tag) {
        tags.remove(tag);
    }

    @Override
    public String getLabel() {
        return label;
    }

    @Override
    public void setLabel(String label) {
        this.label = label;
    }

    @Override
    public String getCategory() {
        return category;
    }

    @Override
    public void setCategory(String category) {
        this.category = category;
    }

    @Override
    public StateDescription getStateDescription() {
        return getStateDescription(null);
    }

    @Override
    public StateDescription getStateDescription(Locale locale) {
        return null;
    }

    @Override
    public CommandDescription getCommandDescription(Locale locale) {
        return null;
    }
}
