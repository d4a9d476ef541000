package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.Examination;
import org.dorsum.colour.LinearRgb;
import org.dorsum.hand.Zone;
import org.dorsum.image.Codec;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.RgbImage;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.skin.Band;
import org.dorsum.skin.ReliefLight;
import org.dorsum.skin.Skin;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.Subject;
import org.dorsum.synth.Treatment;
import org.dorsum.synth.Treatment.Effect;

/**
 * The pictures of docs/relief.md: rendered hands laid out, left the skin, right the band that the roughness index is taken
 * from, mid grey being none and the ends of the scale ±4 %. Arguments: a folder that keeps rendered photos, the folder of the
 * pictures.
 */
public final class ReliefPictures {
    private static final Band BAND = new Band(0.612, 1.224); // as Roughness.withDefaults
    private static final double FULL_SCALE = 0.04;
    private static final int REDUCED = 2; // pixels of the plane to one of the picture
    private static final int QUALITY = 80;

    private ReliefPictures() {}

    /** Writes a picture a case and prints its values. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        Assessor assessor = Assessor.with(Hands11k.finder());
        for (RenderedCase c : cases().values()) {
            Examination e = assessor.examine(c.shot(Path.of(args[0])).photo());
            if (e.skin().isEmpty()) {
                System.out.println(c.name() + ": not measured");
                continue;
            }
            Files.write(
                    Path.of(args[1]).resolve(c.name() + ".jpg"),
                    Codec.jpeg(picture(e.skin().get()), QUALITY));
            System.out.printf(
                    Locale.ROOT,
                    "%s: roughness_index %.2f, scaliness_percent %.1f%n",
                    c.name(),
                    value(e, Metric.ROUGHNESS_INDEX),
                    value(e, Metric.SCALINESS_PERCENT));
        }
    }

    private static Map<String, RenderedCase> cases() {
        Map<String, RenderedCase> all = new LinkedHashMap<>();
        Subject young = RenderedCase.plain(7105);
        Subject bony = RenderedCase.plain(7102);
        Conditions c = Conditions.clinic(98_000, RenderedCase.WIDTH, RenderedCase.HEIGHT)
                .litFrom(45, 55);
        add(all, "relief-smooth", young, Treatment.NONE.with(Effect.ROUGHNESS, -70), c);
        add(all, "relief-usual", young, Treatment.NONE, c);
        add(all, "relief-rough", young, Treatment.NONE.with(Effect.ROUGHNESS, 100), c);
        add(all, "relief-tendons", bony, Treatment.NONE.with(Effect.LINES, -100), c);
        add(
                all,
                "relief-no-tendons",
                bony,
                Treatment.NONE.with(Effect.LINES, -100).with(Effect.VEINS, -100),
                c);
        add(all, "relief-mottled", young, Treatment.NONE.with(Effect.UNEVENNESS, 150), c);
        add(all, "relief-raking-light", young, Treatment.NONE, c.litFrom(45, 25));
        add(all, "relief-flakes", RenderedCase.with(young, 0, 0.07), Treatment.NONE, c);
        return all;
    }

    private static void add(Map<String, RenderedCase> all, String name, Subject s, Treatment t, Conditions c) {
        all.put(name, new RenderedCase(name, s, t, c));
    }

    private static RgbImage picture(Skin skin) {
        int w = skin.width();
        int h = skin.height();
        Plane seen = BAND.alongHand(ReliefLight.of(skin), Mask.all(w, h), skin.pixelsPerMm());
        Mask usable = skin.usable(Zone.DORSUM);
        int half = w / REDUCED;
        return RgbImage.of(2 * half, h / REDUCED, (x, y) -> {
            int px = x % half * REDUCED;
            int py = y * REDUCED;
            if (x < half) {
                return new LinearRgb(
                                unit(skin.light().red().at(px, py)),
                                unit(skin.light().green().at(px, py)),
                                unit(skin.light().blue().at(px, py)))
                        .toPacked();
            }
            int grey = (int) Math.rint(255 * unit(0.5 + 0.5 * seen.at(px, py) / FULL_SCALE));
            return usable.at(px, py) ? 0x010101 * grey : 0;
        });
    }

    private static double unit(double v) {
        return Math.max(0, Math.min(1, v));
    }

    private static double value(Examination e, Metric metric) {
        return e.assessment().outcome(Zone.DORSUM, metric) instanceof Outcome.Measured m ? m.value() : Double.NaN;
    }
}
