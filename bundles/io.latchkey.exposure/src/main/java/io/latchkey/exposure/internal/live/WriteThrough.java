// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Writes of controllers that go to their item as they are, where no behaviour looks at them: converted and sent on a thread
 * for foreign code, in the order in which they came. Safe for all threads.
 *
 * @param service whose they are
 * @param target which item takes them
 */
record WriteThrough(LiveService service, LiveCharacteristic target) implements Function<Write, CompletionStage<Value>> {

    @Override
    public CompletionStage<Value> apply(Write write) {
        service.unconfirmed().written(target.role(), write.value());
        CompletableFuture<Value> answer = new CompletableFuture<>();
        service.writes().add("toCommand", answer, () -> List.of(sending(write, converted(write), answer)));
        return answer;
    }

    private Optional<ItemCommand> converted(Write write) {
        Contributor contributor = service.contributor();
        Optional<ItemCommand> command = contributor.require(
                "toCommand", () -> target.role().mapping().toCommand(write.value(), target.context()));
        if (contributor.isLeftOut()) {
            throw new ContributorException(contributor.name() + " gave a command too late to be sent", null);
        }
        return command;
    }

    private Runnable sending(Write write, Optional<ItemCommand> command, CompletableFuture<Value> answer) {
        return () -> command.map(now -> {
                    write.batch().commanded(target.item(), now.text());
                    return target.send(now, CommandDispatcher.source(write.controller()));
                })
                .orElseGet(() -> WriteAnswers.readOnly(target.item()))
                .whenComplete((value, failure) -> WriteAnswers.end(answer, value, failure));
    }
}
