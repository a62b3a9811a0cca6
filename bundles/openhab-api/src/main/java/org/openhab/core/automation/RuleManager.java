// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.automation;

import java.util.Map;

/** Runs rules. */
public interface RuleManager {
    /** Null when there is no such rule. */
    Boolean isEnabled(String ruleUID);

    void setEnabled(String uid, boolean isEnabled);
    /** Null when there is no such rule. */
    RuleStatus getStatus(String ruleUID);
    /** Waits for the end of the rule; what fails is only logged. The context may be null. */
    Map<String, Object> runNow(String uid, boolean considerConditions, Map<String, Object> context);
}
