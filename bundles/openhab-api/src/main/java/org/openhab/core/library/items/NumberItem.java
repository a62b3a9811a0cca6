// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.library.items;

import java.util.List;
import org.openhab.core.items.GenericItem;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.types.Command;
import org.openhab.core.types.RefreshType;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;

/** A number, with a unit when its type names a dimension. */
public class NumberItem extends GenericItem {
    public NumberItem(String name) {
        super("Number", name);
    }

    @Override
    public List<Class<? extends State>> getAcceptedDataTypes() {
        return List.of(DecimalType.class, QuantityType.class, UnDefType.class);
    }

    @Override
    public List<Class<? extends Command>> getAcceptedCommandTypes() {
        return List.of(DecimalType.class, QuantityType.class, RefreshType.class);
    }
    /** The unit of its states; null when it has no dimension. */
    public String getUnitSymbol() {
        return null;
    }
}
