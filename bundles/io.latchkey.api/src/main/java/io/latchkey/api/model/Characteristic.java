// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The definition of one characteristic: its type, its limits, and the functions that read and write it. Immutable; the
 * object itself is the handle by which a provider announces a change
 * ({@link io.latchkey.api.provider.AccessorySink#changed}).
 *
 * <p>Functions run on a thread of the bridge kept for foreign code, with a deadline. Those of a characteristic that is
 * {@link Builder#direct} run on an I/O thread, and all sessions of the bridge wait until they return.
 */
public final class Characteristic {
    private final CharacteristicType type;
    private final Set<Permission> permissions;
    private final Constraints constraints;
    private final Optional<String> description;
    private final Optional<Supplier<CompletionStage<Value>>> reader;
    private final Optional<Function<Write, CompletionStage<Value>>> writer;
    private final boolean direct;
    private final boolean constant;

    private Characteristic(Builder builder) {
        this.type = builder.type;
        this.permissions = Set.copyOf(builder.permissions);
        this.constraints = builder.constraints;
        this.description = builder.description;
        this.reader = Optional.ofNullable(builder.reader);
        this.writer = Optional.ofNullable(builder.writer);
        this.direct = builder.direct;
        this.constant = builder.constant;
    }

    /**
     * Begins a definition with the type's default permissions and limits.
     *
     * @param type the type, from {@link CharacteristicTypes} or one's own
     */
    public static Builder of(CharacteristicType type) {
        return new Builder(type);
    }

    /** A characteristic that can only be read and always has the same value. */
    public static Characteristic constant(CharacteristicType type, Value value) {
        Builder builder = of(type).permissions(EnumSet.of(Permission.PAIRED_READ))
                .value(() -> value)
                .direct();
        builder.constant = true;
        return builder.build();
    }

    /** The type. */
    public CharacteristicType type() {
        return type;
    }

    /** What a controller may do. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** Whether a controller may do that. */
    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }

    /** The limits of the values. */
    public Constraints constraints() {
        return constraints;
    }

    /** What it is, for people, if the type's name isn't enough. */
    public Optional<String> description() {
        return description;
    }

    /** Whether both functions return at once and may run on an I/O thread. */
    public boolean isDirect() {
        return direct;
    }

    /** Whether it was made by {@link #constant}: its value is part of the definition and answers even while nobody is there. */
    public boolean isConstant() {
        return constant;
    }

    /** The read function; its stage fails with {@link HapStatusException} to answer a status. */
    public Optional<Supplier<CompletionStage<Value>>> reader() {
        return reader;
    }

    /**
     * The write function. Its stage ends when the host took the value; it gives the write response, or
     * {@link Value#NULL} when there is none, and fails with {@link HapStatusException} to answer a status.
     */
    public Optional<Function<Write, CompletionStage<Value>>> writer() {
        return writer;
    }

    @Override
    public String toString() {
        return type.toString();
    }

    /** Collects a definition. Not for use by several threads. */
    public static final class Builder {
        private final CharacteristicType type;
        private Set<Permission> permissions;
        private Constraints constraints;
        private Optional<String> description = Optional.empty();
        private Supplier<CompletionStage<Value>> reader;
        private Function<Write, CompletionStage<Value>> writer;
        private boolean direct;
        private boolean constant;

        private Builder(CharacteristicType type) {
            this.type = type;
            this.permissions = type.permissions();
            this.constraints = type.constraints();
        }

        /** Replaces the type's permissions. */
        public Builder permissions(Set<Permission> allowed) {
            this.permissions = allowed;
            return this;
        }

        /** Replaces the type's limits; they may only be narrower than Apple's. */
        public Builder constraints(Constraints limits) {
            this.constraints = limits;
            return this;
        }

        /** Says what it is, for people. */
        public Builder description(String text) {
            this.description = Optional.of(text);
            return this;
        }

        /** Reads the value from a host that takes its time. */
        public Builder read(Supplier<CompletionStage<Value>> function) {
            this.reader = function;
            return this;
        }

        /** Reads a value that is at hand. */
        public Builder value(Supplier<Value> atHand) {
            this.reader = () -> CompletableFuture.completedFuture(atHand.get());
            return this;
        }

        /** Writes the value; the stage gives the write response, or {@link Value#NULL}. */
        public Builder write(Function<Write, CompletionStage<Value>> function) {
            this.writer = function;
            return this;
        }

        /** Writes a value where that takes no time and can't fail later. */
        public Builder onWrite(Consumer<Value> action) {
            this.writer = write -> {
                action.accept(write.value());
                return CompletableFuture.completedFuture(Value.NULL);
            };
            return this;
        }

        /**
         * Promises that both functions touch nothing but memory, so that they may run on an I/O thread, which is faster. Who
         * breaks that promise holds up the whole bridge.
         */
        public Builder direct() {
            this.direct = true;
            return this;
        }

        /**
         * Ends the definition.
         *
         * @throws IllegalStateException when a permission has no function: {@code pr} needs a reader, except where the
         *     type is null on a read, and {@code pw} a writer; {@code tw}, {@code aa} and {@code wr} need {@code pw}
         */
        public Characteristic build() {
            NeededFunctions.check(type, permissions, reader != null, writer != null);
            return new Characteristic(this);
        }
    }
}
