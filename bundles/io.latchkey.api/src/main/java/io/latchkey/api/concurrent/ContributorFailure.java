// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.concurrent;

/**
 * What a contributor did wrong.
 *
 * @param contributor who, such as {@code accessory type org.example.PoolCover}
 * @param call what it was called for, such as {@code toValue}
 * @param what what it threw, or that it doesn't return
 */
public record ContributorFailure(String contributor, String call, String what) {}
