// SPDX-License-Identifier: EPL-2.0
/** What a person can tell a bridge to do: the words that every console shows alike. */
@Export
@Version("1.2.0")
package io.latchkey.api.verb;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
