package org.dorsum.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dorsum.assess.Examination;
import org.dorsum.hand.Zone;
import org.dorsum.image.Filters;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.image.RgbImage;
import org.dorsum.measure.SkinMaps;
import org.dorsum.skin.Band;
import org.dorsum.skin.ReliefLight;
import org.dorsum.skin.Skin;

/**
 * The back of the hand as its measures see it: lines and spots drawn on the photo, and relief, pigment and ridges of the skin laid
 * out flat. Grey and brown by lightness alone, so that no hue has to be told apart.
 */
final class Maps {
    private static final int LONGEST_SIDE = 640;
    private static final double MARGIN = 0.1; // of the zone
    private static final Band RELIEF = new Band(0.612, 1.224); // that of the roughness index
    private static final Band RIDGES = new Band(1, 2.5); // that of vein visibility
    private static final double ALONG_MM = 5; // σ: ridges run so far along the hand, blotches do not
    private static final double FULL = 0.04; // of log-light: the ends of the grey scale
    private static final double LEAST_MELANIN = -0.15; // optical density against the median: paper white
    private static final double MOST_MELANIN = 0.45; // as the darkest of common lentigines
    private static final int NOTHING = 0xf3f0eb; // where there is no usable skin

    private Maps() {}

    /** The pictures of a measured photo; none of a rejected one. */
    static List<Picture> of(Examination examination, Words words) {
        if (examination.skin().isEmpty() || examination.assessment().hand().isEmpty()) {
            return List.of();
        }
        Skin skin = examination.skin().get();
        List<Picture> pictures = new ArrayList<>(drawn(examination, words));
        Mask usable = skin.usable(Zone.DORSUM);
        Optional<Box> box = Box.of(usable);
        if (box.isPresent()) {
            Plane light = ReliefLight.of(skin);
            Mask plain = SkinMaps.reliefSkin(skin);
            if (plain.count() > 0) {
                pictures.add(picture(
                        grey(RELIEF.alongHand(light, plain, skin.pixelsPerMm()), plain, box.get()),
                        words.get("maps.relief")));
            }
            if (!skin.grey()) {
                pictures.add(picture(pigment(skin, usable, box.get()), words.get("maps.pigment")));
            }
            double along = ALONG_MM * skin.pixelsPerMm();
            Plane ridges = Filters.gaussian(light, usable, RIDGES.fineMm() * skin.pixelsPerMm(), along)
                    .minus(Filters.gaussian(light, usable, RIDGES.coarseMm() * skin.pixelsPerMm(), along));
            pictures.add(picture(grey(ridges, usable, box.get()), words.get("maps.veins")));
        }
        return List.copyOf(pictures);
    }

    private static List<Picture> drawn(Examination e, Words words) {
        RgbImage photo = e.photo().pixels();
        Viewport view = Viewport.around(e.assessment().hand().orElseThrow().dorsum(), MARGIN, photo, LONGEST_SIDE);
        Drawing drawing = Drawing.of(e.assessment(), view.fromPhoto());
        Picture plain = picture(view.of(photo), "");
        return List.of(
                plain.with(SvgMarks.of(drawing.linesOnly(), view.width(), view.height()), words.get("maps.lines")),
                plain.with(SvgMarks.of(drawing.spotsOnly(), view.width(), view.height()), words.get("maps.spots")));
    }

    private static Picture picture(RgbImage image, String label) {
        RgbImage small = Overlay.shrunk(image, LONGEST_SIDE, LONGEST_SIDE);
        return new Picture(DataUri.jpeg(small), "", label, label, small.width(), small.height());
    }

    private static RgbImage grey(Plane band, Mask usable, Box box) {
        return box.picture(usable, (x, y) -> {
            double share = (band.at(x, y) + FULL) / (2 * FULL);
            return 0x010101 * (int) Math.rint(255 * Math.max(0, Math.min(1, share)));
        });
    }

    private static RgbImage pigment(Skin skin, Mask usable, Box box) {
        Plane melanin = SkinMaps.pigment(skin);
        return box.picture(usable, (x, y) -> {
            double share = (melanin.at(x, y) - LEAST_MELANIN) / (MOST_MELANIN - LEAST_MELANIN);
            return brown(Math.max(0, Math.min(1, share)));
        });
    }

    /** From cream to dark brown, lightness falling evenly. */
    private static int brown(double share) {
        int red = (int) Math.rint(250 - 190 * share);
        int green = (int) Math.rint(240 - 220 * share);
        int blue = (int) Math.rint(220 - 210 * share);
        return red << 16 | green << 8 | blue;
    }

    /** The part of the planes that holds the zone. */
    private record Box(int left, int top, int width, int height) {
        static Optional<Box> of(Mask mask) {
            int left = mask.width();
            int right = -1;
            int top = mask.height();
            int bottom = -1;
            for (int y = 0; y < mask.height(); y++) {
                for (int x = 0; x < mask.width(); x++) {
                    if (mask.at(x, y)) {
                        left = Math.min(left, x);
                        right = Math.max(right, x);
                        top = Math.min(top, y);
                        bottom = Math.max(bottom, y);
                    }
                }
            }
            return right - left < 8 || bottom - top < 8
                    ? Optional.empty()
                    : Optional.of(new Box(left, top, right - left + 1, bottom - top + 1));
        }

        RgbImage picture(Mask usable, RgbImage.PackedFunction colour) {
            return RgbImage.of(
                    width, height, (x, y) -> usable.at(left + x, top + y) ? colour.at(left + x, top + y) : NOTHING);
        }
    }
}
