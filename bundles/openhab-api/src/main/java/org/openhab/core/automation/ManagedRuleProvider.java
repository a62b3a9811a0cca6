// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.automation;

/** The rules that people make and delete one by one; its service is a {@link RuleProvider} under this name too. */
public abstract class ManagedRuleProvider implements RuleProvider {}
