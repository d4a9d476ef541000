package org.dorsum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dorsum.assess.Assessor;
import org.dorsum.colour.LinearRgb;
import org.dorsum.hand.Zone;
import org.dorsum.image.Affine;
import org.dorsum.image.Codec;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;
import org.dorsum.measure.FineLines;
import org.dorsum.measure.LineKind;
import org.dorsum.measure.Mark;
import org.dorsum.measure.Measurement;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.skin.Skin;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.Subject;
import org.dorsum.synth.Treatment;

/**
 * The pictures of lines in docs/relief.md: one rendered hand laid out, left the skin, right the same with lines (red) and
 * hairs (blue) drawn. Arguments: a folder that keeps rendered photos, the folder of the pictures.
 */
public final class LinePictures {
    private static final int LINE = 0xE02020;
    private static final int HAIR = 0x2060E0;
    private static final int REDUCED = 2; // pixels of the plane to one of the picture
    private static final int QUALITY = 80;
    private static final double STEP = 0.5; // pixels of the picture between drawn points

    private LinePictures() {}

    /** Writes a picture a case and prints its values. */
    public static void main(String[] args) throws IOException, UnreadablePhotoException {
        Assessor assessor = Assessor.with(Hands11k.finder());
        for (RenderedCase c : cases()) {
            Skin skin =
                    assessor.examine(c.shot(Path.of(args[0])).photo()).skin().orElseThrow();
            FineLines.Result found = FineLines.withDefaults().measure(skin, Zone.DORSUM);
            Files.write(Path.of(args[1]).resolve(c.name() + ".jpg"), Codec.jpeg(picture(skin, found), QUALITY));
            for (Measurement m : found.measurements()) {
                if (m.metric() == Metric.LINE_DENSITY_MM_PER_CM2 && m.outcome() instanceof Outcome.Measured v) {
                    System.out.printf(
                            Locale.ROOT,
                            "%s: %.1f mm/cm2, %d hairs%n",
                            c.name(),
                            v.value(),
                            found.hairs().size());
                }
            }
        }
    }

    private static List<RenderedCase> cases() {
        Subject hand = RenderedCase.plain(7144).withAge(62);
        Conditions c = Conditions.clinic(98_100, RenderedCase.WIDTH, RenderedCase.HEIGHT)
                .litFrom(45, 55);
        return List.of(
                new RenderedCase("lines-usual", hand, Treatment.NONE, c),
                new RenderedCase("lines-spots", RenderedCase.with(hand, 2, 0), Treatment.NONE, c),
                new RenderedCase("lines-dark-hair", hand.withHair(20, 0), Treatment.NONE, c),
                new RenderedCase("lines-white-hair", hand.withHair(20, 0.9), Treatment.NONE, c),
                new RenderedCase("lines-other-light", hand, Treatment.NONE, c.litFrom(285, 55)));
    }

    private static RgbImage picture(Skin skin, FineLines.Result found) {
        int half = skin.width() / REDUCED;
        int height = skin.height() / REDUCED;
        int[] drawn = new int[half * height];
        Affine toPicture = skin.toPhoto().inverse().then(Affine.scaling(1.0 / REDUCED));
        for (Mark.Hair hair : found.hairs()) {
            draw(hair.path(), toPicture, HAIR, drawn, half);
        }
        for (Mark.Line line : found.lines()) {
            if (line.kind() != LineKind.FURROW) {
                draw(line.path(), toPicture, LINE, drawn, half);
            }
        }
        return RgbImage.of(2 * half, height, (x, y) -> {
            int mark = x < half ? 0 : drawn[y * half + x - half];
            int px = x % half * REDUCED;
            int py = y * REDUCED;
            return mark != 0
                    ? mark
                    : new LinearRgb(
                                    unit(skin.light().red().at(px, py)),
                                    unit(skin.light().green().at(px, py)),
                                    unit(skin.light().blue().at(px, py)))
                            .toPacked();
        });
    }

    private static void draw(List<Point> path, Affine toPicture, int colour, int[] drawn, int width) {
        for (int i = 1; i < path.size(); i++) {
            Point a = toPicture.apply(path.get(i - 1));
            Point b = toPicture.apply(path.get(i));
            int n = (int) Math.ceil(a.distanceTo(b) / STEP);
            for (int j = 0; j <= n; j++) {
                Point p = a.plus(b.plus(a.times(-1)).times((double) j / Math.max(1, n)));
                int at = (int) p.y() * width + (int) p.x();
                if (p.x() >= 0 && p.x() < width && at >= 0 && at < drawn.length) {
                    drawn[at] = colour;
                }
            }
        }
    }

    private static double unit(double v) {
        return Math.max(0, Math.min(1, v));
    }
}
