package org.dorsum.measure;

import org.dorsum.hand.Zone;
import org.dorsum.image.Mask;
import org.dorsum.image.Plane;
import org.dorsum.skin.Skin;

/** The skin as measures see it, for drawing: laid out flat, a pixel for each of {@link Skin}'s. */
public final class SkinMaps {
    private static final double SMOOTH_MM = 0.3; // σ: pigment of single pixels is noise

    private SkinMaps() {}

    /**
     * What spots are looked for on: melanin above the plain skin around, natural optical density along melanin's direction. On dark skin,
     * whose blue is mostly the surface's own shine, it rests on darkness; colour alone would show spots there as light.
     *
     * @throws IllegalArgumentException for a grey photo or one without usable skin
     */
    public static Plane pigment(Skin skin) {
        Mask usable = skin.usable(Zone.DORSUM);
        if (skin.grey() || usable.count() == 0) {
            throw new IllegalArgumentException("pigment needs colour and skin");
        }
        SpotGround ground =
                SpotGround.of(skin, Densities.of(skin.light()), usable, Mask.none(skin.width(), skin.height()));
        SpotGround.Level full = ground.full();
        Densities smooth = full.densities().blurred(usable, SMOOTH_MM * skin.pixelsPerMm());
        return PigmentFilter.of(smooth, full.plain(), ground.direction()).amount(smooth);
    }

    /** Usable skin without dark patches and their rims, where roughness is measured. */
    public static Mask reliefSkin(Skin skin) {
        SkinZone zone = SkinZone.of(skin, Zone.DORSUM);
        return zone.usable().minus(zone.darkPatches().withHoles());
    }
}
