package org.dorsum.compare;

import java.util.Locale;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Metric;

/** How one metric in one zone changed between two sessions. */
public record Change(Zone zone, Metric metric, Outcome outcome) {

    /** A change with its uncertainty, or why there is none. */
    public sealed interface Outcome {

        /** The name of the verdict in files. */
        String label();

        /**
         * A change of the same skin, both photos brought to the same blur.
         *
         * @param before value in the metric's unit on the skin that both sessions show
         * @param after the same, later; of roughness the value before times the factor by which shared relief differs
         * @param changePercent {@code 100·(after − before)/before}
         * @param lowPercent lower end of its 95 % interval
         * @param highPercent upper end
         * @param mdcPercent smallest change that re-photographing the same hand does not explain (95 %)
         */
        record Compared(
                double before,
                double after,
                double changePercent,
                double lowPercent,
                double highPercent,
                double mdcPercent,
                Verdict verdict)
                implements Outcome {
            @Override
            public String label() {
                return verdict.label();
            }
        }

        /**
         * No change can be given.
         *
         * @param code lower-case words joined by hyphens
         * @param text for people: part of a sentence
         */
        record NotCompared(String code, String text) implements Outcome {
            @Override
            public String label() {
                return "not-measured";
            }
        }
    }

    /** What a change amounts to. */
    public enum Verdict {
        /** Better by more than re-photographing would do. */
        IMPROVED,
        /** Within what re-photographing the same hand would do. */
        NO_DETECTABLE_CHANGE,
        /** Worse by more than re-photographing would do. */
        WORSE;

        /** The name in files: lower case, words joined by hyphens. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
