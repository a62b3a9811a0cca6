// SPDX-License-Identifier: EPL-2.0
/** What a run of the conformance suite has found, and how it is shown: as text and as one page of HTML. */
package io.latchkey.conformance.report;
