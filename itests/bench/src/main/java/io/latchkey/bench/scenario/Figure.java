// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.scenario;

/**
 * One number of one run.
 *
 * @param scenario what was done
 * @param measure what was measured, with its unit
 * @param value the number
 */
public record Figure(String scenario, String measure, double value) {}
