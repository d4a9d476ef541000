package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.compare.Comparer;
import org.dorsum.compare.Comparison;
import org.dorsum.hand.Zone;
import org.dorsum.measure.Hair;
import org.dorsum.measure.Redness;
import org.dorsum.measure.Spots;
import org.dorsum.measure.Suitability;
import org.dorsum.measure.Tone;
import org.dorsum.measure.Veins;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.skin.Skin;

/**
 * Time of the measures and of a comparison, warm, in one run, so that ratios hold on a noisy machine. Arguments: an earlier and
 * a later photo of a hand.
 */
public final class StageTime {
    private static final int WARM = 4;
    private static final int ROUNDS = 9;

    private StageTime() {}

    /** Prints medians in milliseconds and the ratio of a comparison, reading included, to one analysis. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        PhotoReader reader = PhotoReader.withDefaults();
        Assessor assessor = Assessor.with(Hands11k.finder());
        Comparer comparer = Comparer.with(assessor);
        Skin skin = assessor.examine(reader.read(Path.of(args[0]))).skin().orElseThrow();
        System.out.printf(Locale.ROOT, "plane %d x %d%n", skin.width(), skin.height());
        Hair.Found hair = Hair.find(skin, Zone.DORSUM);
        time("hair", () -> Hair.find(skin, Zone.DORSUM));
        time("spots, hair known", () -> Spots.withDefaults().measure(skin, Zone.DORSUM, () -> hair));
        time("tone", () -> Tone.withDefaults().measure(skin, Zone.DORSUM));
        time("redness", () -> Redness.withDefaults().measure(skin, Zone.DORSUM));
        time("veins", () -> Veins.withDefaults().measure(skin, Zone.DORSUM));
        time("suitability", () -> Suitability.withDefaults().find(skin, Zone.DORSUM));
        time("all measures, as taken", () -> assessor.measures().take(skin, Zone.DORSUM));
        double one = time("one analysis, reading included", () -> assessor.examine(read(reader, args[0])));
        double pages = time(
                "a comparison of two, both analysed for a page",
                () -> compare(comparer, reader, List.of(args), assessor::examine));
        double two = time(
                "a comparison of two, reading included",
                () -> compare(comparer, reader, List.of(args), assessor::survey));
        System.out.printf(
                Locale.ROOT,
                "a comparison takes %.2f analyses; with analyses for a page %.2f%n",
                two / one,
                pages / one);
    }

    private static Comparison compare(
            Comparer comparer, PhotoReader reader, List<String> files, Function<Photo, Examination> look) {
        List<Examination> seen = files.parallelStream()
                .map(file -> look.apply(read(reader, file)))
                .toList();
        return comparer.compare(List.of(seen.get(0)), List.of(seen.get(1)));
    }

    private static Photo read(PhotoReader reader, String file) {
        try {
            return reader.read(Path.of(file));
        } catch (UnreadablePhotoException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double time(String what, Supplier<?> work) {
        return WarmTime.print(what, WARM, ROUNDS, work);
    }
}
