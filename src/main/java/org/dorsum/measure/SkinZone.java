package org.dorsum.measure;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.image.Morphology;
import org.dorsum.image.Plane;
import org.dorsum.skin.ReliefLight;
import org.dorsum.skin.Skin;
import org.dorsum.stats.Quantiles;

/**
 * One zone of laid-out skin with what several measures read of it: its tiles, its light seen coarsely, the light of relief. Each
 * is made when it is first asked for and then kept, so that whoever takes several measures of a zone passes them the same one.
 * Immutable from outside and safe for use by many threads.
 */
public final class SkinZone {
    private static final double DARKEST = 1e-4; // relative light that stands for black

    private final Skin skin;
    private final Zone zone;
    private final Mask usable;
    private final Lazy<TileGrid> grid;
    private final Lazy<Plane> reliefLight;
    private final Lazy<Densities> densities;
    private final Lazy<DarkPatches> darkPatches;
    private final Lazy<Coarse> coarse;
    private final Lazy<Coarse> smoothCoarse;
    private final Lazy<double[]> red;
    private final Lazy<double[]> green;
    private final Map<Double, Mask> closed = new ConcurrentHashMap<>();

    private SkinZone(Skin skin, Zone zone) {
        this.skin = skin;
        this.zone = zone;
        usable = skin.usable(zone);
        grid = new Lazy<>(() -> TileGrid.over(skin, usable));
        densities = new Lazy<>(() -> Densities.of(skin.light()));
        reliefLight = new Lazy<>(() -> ReliefLight.of(skin));
        darkPatches = new Lazy<>(
                () -> DarkPatches.on(reliefLight(), usable, closed(DarkPatches.HOLE_MM), skin.pixelsPerMm()));
        coarse = new Lazy<>(() -> Coarse.of(skin, zone));
        smoothCoarse = new Lazy<>(() -> coarse().smooth());
        red = new Lazy<>(() -> medians(skin.light().red()));
        green = new Lazy<>(() -> medians(skin.light().green()));
    }

    /** The zone of this skin; nothing is computed yet. */
    public static SkinZone of(Skin skin, Zone zone) {
        return new SkinZone(skin, zone);
    }

    /** The skin. */
    public Skin skin() {
        return skin;
    }

    /** Which part of the hand is measured. */
    public Zone zone() {
        return zone;
    }

    /** The zone's usable pixels. */
    Mask usable() {
        return usable;
    }

    /** The usable pixels with gaps closed that are up to twice {@code mm} wide. */
    Mask closed(double mm) {
        return closed.computeIfAbsent(mm, m -> Morphology.close(usable, m * skin.pixelsPerMm()));
    }

    /** Tiles of the usable pixels. */
    TileGrid grid() {
        return grid.get();
    }

    /** {@link ReliefLight}. */
    Plane reliefLight() {
        return reliefLight.get();
    }

    /** Optical densities of red, green and blue. */
    Densities densities() {
        return densities.get();
    }

    /** Patches darker than the skin around. */
    DarkPatches darkPatches() {
        return darkPatches.get();
    }

    /** Light seen coarsely. */
    Coarse coarse() {
        return coarse.get();
    }

    /** Light seen coarsely, without noise and pores. */
    Coarse smoothCoarse() {
        return smoothCoarse.get();
    }

    /** Median red light of each tile, at least that of black; not to be changed. */
    double[] red() {
        return red.get();
    }

    /** Median green light of each tile, at least that of black; not to be changed. */
    double[] green() {
        return green.get();
    }

    /** Medians of a plane of light over the tiles, at least that of black. */
    double[] medians(Plane light) {
        return Arrays.stream(TileValues.of(light, grid()))
                .mapToDouble(v -> Math.max(DARKEST, Quantiles.median(v)))
                .toArray();
    }
}
