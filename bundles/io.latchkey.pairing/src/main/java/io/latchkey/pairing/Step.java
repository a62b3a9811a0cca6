// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

/**
 * Where a procedure stands after a request, and what came of the request. A value; the caller puts {@code next} in the
 * place of the state that it gave, also when something could not be kept.
 *
 * @param next the state for the next request
 * @param outcome the reply and its effects
 * @param <S> the type of the state
 */
public record Step<S>(S next, Outcome outcome) {}
