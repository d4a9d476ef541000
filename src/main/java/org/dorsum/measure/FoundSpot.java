package org.dorsum.measure;

import org.dorsum.image.Affine;
import org.dorsum.image.Polygon;
import org.dorsum.image.Regions;
import org.dorsum.skin.Skin;

/** A spot on the laid-out skin. */
record FoundSpot(Patch patch, double diameterMm, SpotShape shape, SpotContrast contrast) {

    Mark.Spot mark(Skin skin) {
        Patch framed = patch.withRoom(1);
        Affine toPhoto = Affine.shift(framed.left(), framed.top()).then(skin.toPhoto());
        Polygon outline = Regions.outlines(framed.pixels()).get(0).through(toPhoto);
        return new Mark.Spot(
                outline,
                patch.area() / (skin.pixelsPerMm() * skin.pixelsPerMm()),
                diameterMm,
                contrast.de00(),
                contrast.ita(),
                shape.roundness(),
                SpotKind.of(diameterMm, contrast.luminance()),
                skin.toHand().apply(patch.centre()));
    }
}
