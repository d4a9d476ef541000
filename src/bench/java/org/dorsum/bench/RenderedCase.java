package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.HandRenderer;
import org.dorsum.synth.RenderedHand;
import org.dorsum.synth.Subject;
import org.dorsum.synth.Treatment;

/**
 * A rendered photo with what is known about its skin, kept in a folder because rendering takes longer than measuring.
 *
 * @param name of the file, unique for its subject, treatment and conditions
 */
record RenderedCase(String name, Subject subject, Treatment treatment, Conditions conditions) {
    // 6 px/mm on the hand, as the real re-shots have
    static final int WIDTH = 1200;
    static final int HEIGHT = 900;

    /**
     * A photo and its truth.
     *
     * @param reliefUm root mean square of the relief with periods of 0.2 to 6.4 mm, micrometres
     * @param flakePercent share of the skin under dry flakes
     */
    record Shot(Photo photo, double reliefUm, double flakePercent) {}

    /** The photo, rendered unless the folder has it. */
    Shot shot(Path cache) throws IOException, UnreadablePhotoException {
        Path jpeg = cache.resolve(name + ".jpg");
        Path truth = cache.resolve(name + ".txt");
        if (!Files.exists(truth)) {
            RenderedHand hand = HandRenderer.withDefaults().render(subject, treatment, conditions, name + ".jpg");
            double energy = hand.truth().reliefRmsMm().values().stream()
                    .mapToDouble(v -> v * v)
                    .sum();
            Files.createDirectories(cache);
            Files.write(jpeg, hand.jpeg());
            Files.writeString(truth, String.format(Locale.ROOT, "%.6f", 1000 * Math.sqrt(energy)));
        }
        return new Shot(
                PhotoReader.withDefaults().read(jpeg),
                Double.parseDouble(Files.readString(truth)),
                100 * Math.min(0.5, subject.dryness() * treatment.factor(Treatment.Effect.DRYNESS)));
    }

    /** A bare-handed person of no particular kind: tone, age and relief drawn by the seed, no hair, spots or flakes. */
    static Subject plain(long seed) {
        Subject s =
                Subject.random(seed).wearing(org.dorsum.synth.Adornment.NONE).withHair(0, 0);
        return with(s, 0, 0);
    }

    /** The same with so many spots and flakes. */
    static Subject with(Subject s, double spots, double dryness) {
        return new Subject(
                s.seed(),
                s.left(),
                s.ita(),
                s.blood(),
                s.age(),
                1,
                s.lines(),
                spots,
                0,
                dryness,
                s.veins(),
                s.hair(),
                s.hairShade(),
                s.oiliness(),
                0,
                s.adornment());
    }
}
