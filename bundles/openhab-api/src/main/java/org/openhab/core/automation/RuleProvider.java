// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.automation;

import org.openhab.core.common.registry.Provider;

/** Gives rules to the registry. */
public interface RuleProvider extends Provider<Rule> {}
