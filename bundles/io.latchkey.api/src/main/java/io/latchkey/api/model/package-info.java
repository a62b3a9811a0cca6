// SPDX-License-Identifier: EPL-2.0
/**
 * The words of the protocol: accessories made of services made of characteristics, their values, and the catalogue of
 * the types that Apple defines. All of it is immutable and may be shared between threads. Nothing here is ever null.
 */
@Export
@Version("1.3.0")
package io.latchkey.api.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
