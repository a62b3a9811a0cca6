// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.automation;

/** What a rule is about. */
public enum RuleStatus {
    UNINITIALIZED,
    INITIALIZING,
    IDLE,
    RUNNING
}
