package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.hand.Hand;
import org.dorsum.hand.Zone;
import org.dorsum.measure.ReliefTexture;
import org.dorsum.measure.Roughness;
import org.dorsum.measure.Scaliness;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.skin.Flattener;
import org.dorsum.skin.Skin;

/**
 * Time of the relief measures on a dorsum at 8 px/mm, warm: each alone on one thread, then all on two threads. Laying the hand
 * out (which estimates the photo's noise, blur and blocking) is given beside. Argument: a photo.
 */
public final class ReliefTime {
    private static final int WARM = 12;
    private static final int ROUNDS = 21;

    private ReliefTime() {}

    /** Prints medians in milliseconds. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        Photo photo = PhotoReader.withDefaults().read(Path.of(args[0]));
        Examination e = Assessor.with(Hands11k.finder()).examine(photo);
        Hand hand = e.assessment().hand().orElseThrow();
        Skin skin = e.skin().orElseThrow();
        Flattener flattener = Flattener.withDefaults();
        System.out.printf(Locale.ROOT, "plane %d x %d%n", skin.width(), skin.height());
        print("lay out, with noise, blur and blocking", () -> flattener.flatten(photo, hand));
        print("roughness", () -> Roughness.withDefaults().measure(skin, Zone.DORSUM));
        print("texture", () -> ReliefTexture.withDefaults().measure(skin, Zone.DORSUM));
        print("scaliness", () -> Scaliness.withDefaults().measure(skin, Zone.DORSUM));
        ExecutorService two = Executors.newFixedThreadPool(2);
        print("all three on two threads", () -> {
            var texture = CompletableFuture.supplyAsync(
                    () -> ReliefTexture.withDefaults().measure(skin, Zone.DORSUM), two);
            var others = CompletableFuture.supplyAsync(
                    () -> Roughness.withDefaults()
                            .measure(skin, Zone.DORSUM)
                            .equals(Scaliness.withDefaults().measure(skin, Zone.DORSUM)),
                    two);
            return texture.join().isEmpty() || others.join();
        });
        two.shutdown();
    }

    private static void print(String what, Supplier<?> work) {
        WarmTime.print(what, WARM, ROUNDS, work);
    }
}
