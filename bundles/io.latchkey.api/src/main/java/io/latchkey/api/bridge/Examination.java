// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks whether one part of what bridges need is right, for {@code latchkey:doctor}. Whoever owns that part publishes the
 * examination as a service. It changes nothing that people or controllers could notice, and it looks from outside where it
 * can: what a part says of itself is only half of the truth.
 *
 * <p>All examinations run at the same time. What one throws, and that it doesn't answer in time, becomes a diagnosis.
 */
@ConsumerType
public interface Examination {
    /** How long an examination may take; what it hasn't told by then nobody hears. */
    Duration TIME = Duration.ofSeconds(9);

    /** What is examined, in a word or two for people, such as {@code the store}. */
    String subject();

    /**
     * Begins to look. Called on a thread for foreign code, for which three seconds are long: what waits for a network or a
     * disk does so elsewhere, and ends the stage.
     *
     * @param bridges those to look at; empty while there are none
     * @return what was seen, in the order to tell it; what is right may be told, too
     */
    CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> bridges);
}
