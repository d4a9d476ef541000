package org.dorsum.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;
import org.dorsum.synth.Adornment;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.HandRenderer;
import org.dorsum.synth.LineShapes;
import org.dorsum.synth.RenderedFolder;
import org.dorsum.synth.Subject;
import org.dorsum.synth.Treatment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code synth}: renders hands with known truth into a folder. Exit status 0, 1 (cannot write or read), 2 (wrong usage). */
@Command(
        name = "synth",
        description = {
            "Renders hands whose skin is known: no photo and no person is needed.",
            "Writes DIR/NAME.jpg, DIR/truth/NAME.json (lines, spots, relief, tone, key points, zones),"
                    + " DIR/truth/NAME.classes.png and DIR/manifest.csv. The same options give the same bytes."
        })
final class SynthCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the first hand; the others follow (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--count", paramLabel = "N", description = "Number of hands (default: ${DEFAULT-VALUE}).")
    private int count = 1;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder for the pictures; made if missing.")
    private Path out = Path.of(".");

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Pixels, 64 to 8000 a side (default: ${DEFAULT-VALUE}).")
    private String size = "1600x1200";

    @Option(names = "--pair", description = "Each hand twice: before and after the treatment.")
    private boolean pair;

    @Option(
            names = "--course",
            paramLabel = "N",
            description = "Each hand in N sessions, 2 to 99; the treatment is reached at the last.")
    private @Nullable Integer course;

    @Option(
            names = "--treatment",
            paramLabel = "NAME=PERCENT,…",
            description =
                    "Changes from -100 to 400 percent: roughness, lines, spots, redness, dryness, unevenness, veins,"
                            + " oiliness.")
    private @Nullable String treatment;

    @Option(
            names = "--same-conditions",
            description = "All photos of a hand under the very same pose, light and camera.")
    private boolean sameConditions;

    @Option(names = "--anywhere", description = "Any surface, light, pose and camera instead of a clinic's.")
    private boolean anywhere;

    @Option(names = "--card", description = "Dorsum's card lies beside the hand; not with --anywhere.")
    private boolean card;

    @Option(
            names = "--ita",
            paramLabel = "DEGREES",
            description = "Skin tone of every hand, typology angle from -75 (very dark) to 75.")
    private @Nullable Double ita;

    @Option(names = "--age", paramLabel = "YEARS", description = "Age of every hand, 16 to 100.")
    private @Nullable Double age;

    @Option(names = "--plain", description = "No rings, bracelets, sleeves or painted nails.")
    private boolean plain;

    @Option(names = "--palm", description = "Palms instead of backs.")
    private boolean palm;

    @Option(names = "--blur", paramLabel = "MM", description = "Out of focus by so much on the hand (0 to 5).")
    private @Nullable Double blur;

    @Option(
            names = "--backgrounds",
            paramLabel = "DIR",
            description = "With --anywhere: pictures of surfaces to lay hands on now and then.")
    private @Nullable Path backgrounds;

    @Option(
            names = "--line-shapes",
            paramLabel = "DIR",
            description = "Pictures of drawn lines, white on black, to lay on the skin in addition.")
    private @Nullable Path lineShapes;

    @Override
    public Integer call() {
        try {
            render();
            return 0;
        } catch (IllegalArgumentException e) {
            common.problem(Errors.oneLine(e.getMessage()), e);
            return Errors.WRONG_USAGE;
        } catch (IOException e) {
            common.problem(Errors.text(e), e);
            return 1;
        }
    }

    private void render() throws IOException {
        Matcher m = SIZE.matcher(size);
        if (!m.matches()) {
            throw new IllegalArgumentException("--size is written as 1600x1200, not " + size);
        }
        if (count < 0) {
            throw new IllegalArgumentException("--count is 0 or more, not " + count);
        }
        if (pair && course != null) {
            throw new IllegalArgumentException("--pair and --course exclude each other; a pair is a course of 2");
        }
        if (treatment != null && !pair && course == null) {
            throw new IllegalArgumentException("--treatment needs --pair or --course N");
        }
        if (backgrounds != null && !anywhere) {
            throw new IllegalArgumentException("--backgrounds needs --anywhere: a clinic's background is white paper");
        }
        if (card && anywhere) {
            throw new IllegalArgumentException("--card and --anywhere exclude each other; a card lies in a clinic");
        }
        Treatment t = treatment == null ? Treatment.NONE : Treatment.parse(treatment);
        HandRenderer renderer = HandRenderer.withDefaults();
        if (lineShapes != null) {
            renderer = renderer.withLineShapes(LineShapes.read(pictures(lineShapes)));
        }
        RenderedFolder set = RenderedFolder.at(out)
                .with(renderer)
                .withSize(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)))
                .of(this::person)
                .under(this::conditions)
                .telling(p -> common.out().println(p));
        if (anywhere) {
            set = set.anywhere(backgrounds == null ? List.of() : pictures(backgrounds));
        }
        Outputs.makeFolder(out);
        try {
            if (course != null) {
                set.courses(seed, count, course, t, sameConditions);
            } else if (pair) {
                set.pairs(seed, count, t, sameConditions);
            } else {
                set.singles(seed, count);
            }
        } catch (IOException e) {
            throw new OutputException(e);
        }
        common.note(out + ": truth is in " + out.resolve("truth") + ", the list of pictures in "
                + out.resolve("manifest.csv"));
    }

    private Subject person(long s) {
        Subject p = Subject.random(s);
        p = ita == null ? p : p.withIta(ita);
        p = age == null ? p : p.withAge(age);
        return plain ? p.wearing(Adornment.NONE) : p;
    }

    private Conditions conditions(Conditions c) {
        Conditions laid = card ? c.withCard() : c;
        Conditions d = palm ? laid.palm(true) : laid;
        return blur == null ? d : d.blurred(blur, 0);
    }

    private static List<RgbImage> pictures(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no folder " + folder + "; name one that holds pictures");
        }
        List<RgbImage> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path p : files.filter(Files::isRegularFile).sorted().toList()) {
                Optional<RgbImage> picture = Codec.decode(Files.readAllBytes(p));
                picture.ifPresent(i -> all.add(i.toEightBits()));
            }
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no picture in " + folder + "; put JPEG or PNG files there");
        }
        return all;
    }
}
