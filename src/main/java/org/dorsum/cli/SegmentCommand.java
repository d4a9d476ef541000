package org.dorsum.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dorsum.hand.Hand;
import org.dorsum.hand.HandFinder;
import org.dorsum.hand.ScaleHint;
import org.dorsum.image.Codec;
import org.dorsum.image.Mask;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Photo;
import org.dorsum.report.HandJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segment}: where the hand is. */
@Command(
        name = "segment",
        description = {
            "Finds the hand in each photo.",
            "Writes DIR/<name>.mask.png (255 hand skin, 0 not, the size of the upright photo) and DIR/<name>.hand.json"
                    + " (outline of the back of the hand, scale, confidence)."
        })
final class SegmentCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ScaleOptions scale = new ScaleOptions();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Parameters(paramLabel = "PHOTO", arity = "1..*", description = "JPEG, PNG, TIFF, WebP or BMP.")
    private final List<Path> photos = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the results.")
    private Path out = Path.of(".");

    SegmentCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    private record Found(Photo photo, HandFinder.Outcome outcome) {
        Optional<Hand> hand() {
            return outcome instanceof HandFinder.Outcome.Found found ? Optional.of(found.hand()) : Optional.empty();
        }

        List<Finding> findings() {
            List<Finding> findings = new ArrayList<>(photo.findings());
            findings.addAll(
                    outcome instanceof HandFinder.Outcome.NotFound not
                            ? not.findings()
                            : hand().map(Hand::findings).orElse(List.of()));
            return findings;
        }
    }

    @Override
    public Integer call() throws OutputException {
        ScaleHint hint = scale.hint();
        Outputs.makeFolder(out);
        HandFinder finder = model.finder(wiring);
        Examiner examiner = new Examiner(wiring.reader(), common);
        Outputs outputs = new Outputs(photos);
        boolean complete = true;
        for (Path file : photos) {
            Optional<Found> found = examiner.with(file, photo -> new Found(photo, finder.find(photo, hint)))
                    .value();
            if (found.isPresent()) {
                write(outputs.stem(file, stem -> List.of(maskFile(stem), jsonFile(stem))), found.get());
            }
            complete &= found.flatMap(Found::hand).isPresent();
        }
        return complete ? 0 : 1;
    }

    private Path maskFile(String stem) {
        return out.resolve(stem + ".mask.png");
    }

    private Path jsonFile(String stem) {
        return out.resolve(stem + ".hand.json");
    }

    private void write(String stem, Found found) throws OutputException {
        Photo photo = found.photo();
        Mask mask = found.hand().map(Hand::skin).orElseGet(() -> Mask.none(photo.width(), photo.height()));
        Path maskFile = maskFile(stem);
        Outputs.write(maskFile, Codec.png(mask));
        Outputs.write(
                jsonFile(stem),
                HandJson.of(photo.name(), photo.width(), photo.height(), found.hand(), found.findings()));
        if (found.hand().isPresent()) {
            common.out().println(maskFile);
        } else {
            common.problem(Errors.oneLine(photo.name() + ": "
                    + found.findings().stream()
                            .filter(f -> f.severity() == Finding.Severity.ERROR)
                            .map(f -> f.message() + " " + f.advice())
                            .findFirst()
                            .orElse("no hand found")));
        }
    }
}
