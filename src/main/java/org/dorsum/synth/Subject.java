package org.dorsum.synth;

/**
 * A person's hand, as far as it stays the same from photo to photo. Immutable; everything else about it (bones, spots,
 * lines, veins) follows from the seed.
 *
 * @param seed of everything that is not stated here
 * @param left whether it is a left hand
 * @param ita intended typology angle of the back of the hand, degrees
 * @param blood volume share of blood in the skin, 0.001 … 0.03; the flush is on top of it
 * @param age years: coarser furrows, more lines, veins and spots
 * @param roughness depth of the furrow network against the usual at that age, 0 … 3
 * @param lines number of fine lines against the usual at that age, 0 … 4
 * @param spots number of spots against the usual at that age, 0 … 4
 * @param freckles freckles on the back of the hand, 0 … 400
 * @param dryness share of the skin under dry flakes, 0 … 0.3
 * @param veins how far veins and tendons stand out, 0 … 1
 * @param hair hairs a square centimetre on the little finger's side of the back, 0 … 40
 * @param hairShade 0 dark, 0.5 grey, 1 white
 * @param oiliness 0 dull … 1 glossy
 * @param scars number of old scars, 0 … 5
 * @param adornment what it wears
 */
public record Subject(
        long seed,
        boolean left,
        double ita,
        double blood,
        double age,
        double roughness,
        double lines,
        double spots,
        int freckles,
        double dryness,
        double veins,
        double hair,
        double hairShade,
        double oiliness,
        int scars,
        Adornment adornment) {

    /** Checks the ranges. */
    public Subject {
        check("ITA", ita, -75, 75);
        check("blood", blood, 0.001, 0.03);
        check("age", age, 16, 100);
        check("roughness", roughness, 0, 3);
        check("lines", lines, 0, 4);
        check("spots", spots, 0, 4);
        check("freckles", freckles, 0, 400);
        check("dryness", dryness, 0, 0.3);
        check("veins", veins, 0, 1);
        check("hair", hair, 0, 40);
        check("hair shade", hairShade, 0, 1);
        check("oiliness", oiliness, 0, 1);
        check("scars", scars, 0, 5);
    }

    private static void check(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " of a subject is " + low + " to " + high + ", not " + value);
        }
    }

    /** A person drawn at random: any age, tone and habit. */
    public static Subject random(long seed) {
        Rng r = Rng.of(seed, "subject");
        double age = r.chance(0.5) ? r.uniform(18, 40) : r.uniform(40, 82);
        double old = Fast.clamp((age - 25) / 50, 0, 1);
        boolean hairy = r.chance(0.45);
        double ita = r.uniform(-55, 62);
        return new Subject(
                seed,
                r.chance(0.5),
                ita,
                r.uniform(0.65, 1) * mostBlood(ita),
                age,
                r.uniform(0.6, 1.5),
                r.uniform(0.4, 1.6),
                r.uniform(0, 1.6),
                r.chance(ita > 35 ? 0.2 : 0.03) ? r.below(150) : 0,
                r.chance(0.25) ? r.uniform(0.01, 0.1) : 0,
                Fast.clamp(r.normal(0.25 + 0.5 * old, 0.2), 0, 1),
                hairy ? r.uniform(2, 28) : r.chance(0.5) ? r.uniform(0, 3) : 0,
                age > 58 && r.chance(0.7) ? r.uniform(0.4, 1) : r.uniform(0, 0.15),
                r.uniform(0.15, 0.8),
                r.chance(0.12) ? 1 + r.below(2) : 0,
                Adornment.random(seed));
    }

    /** The blood that still allows such a tone: pale skin cannot hold much, or its angle falls. */
    private static double mostBlood(double ita) {
        return Fast.clamp(0.0045 + 0.00064 * (57 - ita), 0.003, 0.0135);
    }

    /** The same person of another age. */
    public Subject withAge(double years) {
        return new Subject(
                seed, left, ita, blood, years, roughness, lines, spots, freckles, dryness, veins, hair, hairShade,
                oiliness, scars, adornment);
    }

    /** The same person of another tone, its blood limited to what such a tone allows. */
    public Subject withIta(double degrees) {
        return new Subject(
                seed,
                left,
                degrees,
                Math.min(blood, mostBlood(degrees)),
                age,
                roughness,
                lines,
                spots,
                freckles,
                dryness,
                veins,
                hair,
                hairShade,
                oiliness,
                scars,
                adornment);
    }

    /** The same person wearing something else. */
    public Subject wearing(Adornment other) {
        return new Subject(
                seed, left, ita, blood, age, roughness, lines, spots, freckles, dryness, veins, hair, hairShade,
                oiliness, scars, other);
    }

    /** The same person with other hair, hairs a square centimetre and shade 0 dark … 1 white. */
    public Subject withHair(double density, double shade) {
        return new Subject(
                seed, left, ita, blood, age, roughness, lines, spots, freckles, dryness, veins, density, shade,
                oiliness, scars, adornment);
    }

    /** Age as 0 at 25 years and below … 1 at 75 and above: what coarsens with age follows it. */
    double aged() {
        return Fast.clamp((age - 25) / 50, 0, 1);
    }
}
