package org.dorsum.synth;

/** The nail plates: which points they cover, and how a plate is coloured along its length. */
final class Nails {
    private static final double HIGHEST =
            1.6; // of the finger's radius: what lies higher is other skin, above a bent finger

    private final Bone[] tips;
    private final double root; // how far behind the centre of the finger's end it begins, of the finger's radius
    private final double end; // how far beyond that centre a short one reaches
    private final double round; // 0 square at the root … 1 an oval
    private final double over; // by how much the free edge stands over the finger's end, mm
    private final boolean hidden; // under the fingers

    /** A place on a nail: across −1 … 1, along 0 (root) … 1 (free edge), border 0 (rim) … 1 (inside). */
    static final class Place {
        double across;
        double along;
        double border;
    }

    Nails(Bone[] tips, Rng r, double over, boolean hidden) {
        this.tips = tips;
        // Visible plates of adults are 10 to 14 mm long on fingers of 14 to 17 mm.
        this.root = r.uniform(0.55, 1);
        this.end = over > 0 ? 0.86 : r.uniform(0.66, 0.9); // short ones leave the pad to be seen
        this.round = r.uniform(0, 1);
        this.over = over;
        this.hidden = hidden;
    }

    /** Whether (x, y, z) lies on or close to a nail (border may be a little negative: the fold around it). */
    boolean at(double x, double y, double z, Place out) {
        if (hidden) {
            return false;
        }
        for (Bone b : tips) {
            double dx = x - b.start().x();
            double dy = y - b.start().y();
            double dz = z - b.start().z();
            double along = b.along().x() * dx + b.along().y() * dy + b.along().z() * dz;
            double r = b.radiusEnd();
            if (along < b.length() - (1 + root) * r || along > b.length() + 1.4 * r + over) {
                continue;
            }
            double up = b.up().x() * dx + b.up().y() * dy + b.up().z() * dz;
            double side = b.side().x() * dx + b.side().y() * dy + b.side().z() * dz;
            double rr = b.radius(Math.min(1, along / b.length()));
            if (up < 0.12 * r || up > HIGHEST * r || Math.abs(side) > rr * 1.1) {
                continue;
            }
            double from = b.length() - root * r;
            double to = b.length() + end * r + over;
            double t = (along - from) / (to - from);
            double half = 0.74 * rr * (t > 0.6 ? 1 - 0.35 * (t - 0.6) : 1);
            double s = side / half;
            // Square-ish at the sides, round at the root, flatter at the free edge.
            double q = 2 * t - 1;
            double s2 = s * s;
            double q2 = q * q;
            double sides = s2 * s2 * (0.6 + 0.4 * s2);
            double shape = q < 0
                    ? (1 - round) * sides + round * s2 * s2 + q2 * (0.5 + 0.5 * (1 - round) * q2 + 0.5 * round)
                    : sides + q2 * q2;
            // Whatever reaches beyond the flesh of a long-nailed finger is nail.
            boolean beyond = over > 0 && along > b.length() + 1.03 * r;
            double border = beyond ? Math.max(0.2, 1 - shape) : 1 - shape;
            if (border > -0.9) {
                out.across = s;
                out.along = t;
                out.border = border;
                return true;
            }
        }
        return false;
    }
}
