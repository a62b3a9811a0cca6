// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import java.util.concurrent.CompletionStage;

/**
 * A bridge that has been told to rest. It does until it is told to start again, so whoever has one must do that.
 *
 * @param rested ends when it and its further bridges have stopped, which takes a few seconds at most
 * @param startAgain starts it from what is stored then; returns at once
 */
record RestingBridge(CompletionStage<Void> rested, Runnable startAgain) {}
