package org.dorsum.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dorsum.image.Codec;
import org.dorsum.image.Mask;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.HandRenderer;
import org.dorsum.synth.RenderedHand;
import org.dorsum.synth.Subject;
import org.dorsum.synth.Treatment;

/** A rendered photo with its true lines and hairs, kept in a folder because rendering takes longer than measuring. */
record RenderedLines(Photo photo, double pixelsPerMm, List<Line> lines, Mask hair) {

    /** A true line. */
    record Line(double widthMm, double depthMm, List<Point> path) {}

    /** The photo, rendered unless the folder has it. */
    static RenderedLines of(Path folder, String name, Subject subject, Conditions conditions)
            throws IOException, UnreadablePhotoException {
        Path truth = folder.resolve("truth").resolve(name + ".json");
        Path hairs = folder.resolve("truth").resolve(name + ".hair.png");
        if (!Files.exists(truth)) {
            RenderedHand hand = HandRenderer.withDefaults().render(subject, Treatment.NONE, conditions, name + ".jpg");
            Files.createDirectories(folder.resolve("truth"));
            Files.write(folder.resolve(name + ".jpg"), hand.jpeg());
            Files.write(hairs, Codec.png(hand.hair()));
            Files.write(truth, hand.truth().json());
        }
        JsonNode json = new ObjectMapper().readTree(truth.toFile());
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : json.get("lines")) {
            List<Point> path = new ArrayList<>();
            for (JsonNode p : line.get("path")) {
                path.add(new Point(p.get(0).asDouble(), p.get(1).asDouble()));
            }
            lines.add(
                    new Line(line.get("widthMm").asDouble(), line.get("depthMm").asDouble(), path));
        }
        RgbImage hair = Codec.decode(Files.readAllBytes(hairs)).orElseThrow();
        return new RenderedLines(
                PhotoReader.withDefaults().read(folder.resolve(name + ".jpg")),
                json.get("pixelsPerMm").asDouble(),
                lines,
                Mask.of(hair.width(), hair.height(), (x, y) -> hair.sample(x, y, 0) > 127));
    }
}
