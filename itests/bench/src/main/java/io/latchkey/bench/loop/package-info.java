// SPDX-License-Identifier: EPL-2.0

/** The inner loops alone, measured by JMH, which calls the methods of the classes whose names end in Loops. */
package io.latchkey.bench.loop;
