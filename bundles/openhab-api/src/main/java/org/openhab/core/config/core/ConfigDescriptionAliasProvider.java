// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.config.core;

import java.net.URI;

/** Lets a page show what is described for another one, before what is described for itself. */
public interface ConfigDescriptionAliasProvider {
    URI getAlias(URI configDescriptionURI);
}
