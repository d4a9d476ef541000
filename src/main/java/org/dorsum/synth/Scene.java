package org.dorsum.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One hand under one set of conditions, put together: everything that is computed once a picture. */
final class Scene {
    static final Pose FLAT = new Pose(
            new double[] {-0.17, -0.02, 0.13, 0.34},
            new double[] {0.03, 0.03, 0.03, 0.03},
            new double[] {-0.66, -0.62, -0.62},
            0.6,
            0);
    private static final double WITH_ARM = 250; // mm across a frame that shows the forearm too
    private static final double LOWEST_KEY =
            0.25; // sine of a light's least height over a hand that is tilted towards it
    private static final double TOP = 50; // higher than any hand, mm

    final Subject subject;
    final Treatment treatment;
    final Conditions.Setup setup;
    final Anatomy anatomy;
    final Skeleton flat;
    final Skeleton posed;
    final Markings markings;
    final List<Injury> injuries;
    final Relief relief;
    final Pigment pigment;
    final Nails nails;
    final Flesh flesh;
    final boolean open; // seen with its arm, or in the air: not between two planes
    final boolean held; // by its muscles, not laid flat
    final Camera camera;
    final double table; // z of the plane the hand lies on, in the hand's frame
    final double pixelsPerMm; // on the back of the hand
    final Vec key; // towards the key light, in the hand's frame
    final double bounce; // share of the light that the surface throws back
    final Vec plane; // away from the table, in the hand's frame
    final Vec up; // away from whatever throws light back

    Scene(Subject subject, Treatment treatment, Conditions conditions, List<Stroke> shapes, List<Injury> injuries) {
        this.injuries = injuries;
        this.subject = subject;
        this.treatment = treatment;
        this.setup = conditions.setup();
        this.anatomy = Anatomy.random(subject.seed());
        this.flat = Skeleton.of(anatomy, FLAT);
        this.posed = Skeleton.of(anatomy, setup.pose());
        this.markings = Markings.of(subject, anatomy, flat, shapes);
        boolean palm = setup.palm();
        this.bounce = setup.ground().backdrop().level();
        this.held = setup.pose().held().isPresent();
        double extent = Math.min(setup.width(), setup.height()) / setup.pixelsPerMm();
        this.open = held || setup.ground().far() || extent > WITH_ARM;
        this.table = held ? posed.lowest(palm) : palm ? 31 * anatomy.scale() : 0;
        double scale = anatomy.scale();
        Vec t = setup.target();
        this.camera = Camera.lookAt(
                new Vec(t.x() * scale, t.y() * scale, t.z()),
                setup.pixelsPerMm(),
                setup.distance(),
                setup.offsetX(),
                setup.offsetY(),
                setup.turn(),
                setup.tiltX(),
                setup.tiltY(),
                palm,
                subject.left(),
                setup.width(),
                setup.height());
        this.plane = new Vec(0, 0, palm ? -1 : 1);
        this.up = setup.ground().far() ? camera.forward().times(-1) : plane;
        Vec k = setup.light().key();
        this.key = camera.right()
                .times(k.x())
                .plus(camera.down().times(k.y()))
                .minus(camera.forward().times(k.z()))
                .unit();
        Vec back = new Vec(0, 50 * scale, palm ? 3 : 27 * scale);
        this.pixelsPerMm = camera.focal() / camera.depth(back);
        this.relief = new Relief(subject, markings, treatment, 2 / pixelsPerMm, palm);
        this.pigment = new Pigment(subject, markings, flat, treatment, 2 / pixelsPerMm, palm);
        this.nails = new Nails(posed.tips(), Rng.of(subject.seed(), "nails"), anatomy.nailOver(), palm && !held);
        List<Bone> bones = new ArrayList<>(posed.bones());
        if (anatomy.nailOver() > 0) {
            for (Bone b : posed.tips()) {
                bones.add(longNail(b));
            }
        }
        this.flesh = new Flesh(bones, subject.adornment().worn(posed, anatomy, open), palm, held);
    }

    /** The free edge of a long nail: a thin plate beyond the finger's end. */
    private Bone longNail(Bone b) {
        double r = b.radiusEnd();
        Vec from = b.at(1, 0, 0.45 * r);
        double length = 0.35 * r + anatomy.nailOver();
        return new Bone(
                b.group(),
                from,
                b.side(),
                b.along(),
                b.up(),
                length,
                0.66 * r,
                0.55 * r,
                0,
                6,
                b.mapX() + StrictMath.sin(b.mapAngle()) * b.length(),
                b.mapY() + StrictMath.cos(b.mapAngle()) * b.length(),
                b.mapAngle());
    }

    /** The card beside the hand, if one lies there. */
    Optional<LaidCard> card() {
        return setup.ground().card()
                ? Optional.of(LaidCard.beside(anatomy, subject.left() != setup.palm()))
                : Optional.empty();
    }

    /** What every pixel sees. */
    Surface trace() {
        if (open) {
            return new Tracer(flesh, camera).trace();
        }
        double start = setup.palm() ? -14 : TOP;
        return new Tracer(flesh, camera, start, table).trace();
    }

    Shade shade(Surface s) {
        Vec k = new Vec(key.x(), key.y(), held ? Math.max(key.dot(plane), LOWEST_KEY) : key.dot(plane));
        double cell = Fast.clamp(4 / pixelsPerMm, 1.4, 3.8);
        return new Shade(s, k, setup.light().softness(), table, setup.palm(), cell);
    }
}
