package org.dorsum.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dorsum.hand.ScaleHint;
import org.dorsum.hand.ScaleHint.KnownObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What can be stated about the scale of photos, on every command that measures. */
@Command
final class ScaleOptions {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--scale",
            paramLabel = "PX_PER_MM",
            description = "Pixels of the upright photo per millimetre on the hand, if known.")
    private Optional<Double> pixelsPerMm = Optional.empty();

    @Option(
            names = "--marker-mm",
            paramLabel = "SIZE",
            description = "Printed ArUco markers of this side lie beside the hand: side of the black square in mm.")
    private Optional<Double> markerMm = Optional.empty();

    @Option(
            names = "--reference",
            paramLabel = "OBJECT",
            description = "An object of known size lies beside the hand: bank-card (85.6 × 54 mm).")
    private Optional<String> reference = Optional.empty();

    /** What was stated. */
    ScaleHint hint() {
        ScaleHint hint = ScaleHint.none();
        hint = stated("--scale", pixelsPerMm, hint, ScaleHint::withPixelsPerMm);
        hint = stated("--marker-mm", markerMm, hint, ScaleHint::withMarkerMm);
        return stated("--reference", reference, hint, (h, name) -> h.withObject(object(name)));
    }

    /** What was stated, as another process is told it. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        pixelsPerMm.ifPresent(v -> arguments.addAll(List.of("--scale", v.toString())));
        markerMm.ifPresent(v -> arguments.addAll(List.of("--marker-mm", v.toString())));
        reference.ifPresent(v -> arguments.addAll(List.of("--reference", v)));
        return arguments;
    }

    private interface Statement<T> {
        ScaleHint added(ScaleHint hint, T value);
    }

    private <T> ScaleHint stated(String option, Optional<T> value, ScaleHint hint, Statement<T> statement) {
        try {
            return value.map(v -> statement.added(hint, v)).orElse(hint);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(), option + ": " + e.getMessage(), e);
        }
    }

    private static KnownObject object(String name) {
        return Arrays.stream(KnownObject.values())
                .filter(o -> o.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("known objects are "
                        + Arrays.stream(KnownObject.values())
                                .map(KnownObject::label)
                                .collect(Collectors.joining(", "))
                        + ", not " + name));
    }
}
