package org.dorsum.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;

/** Pictures of surfaces on which rendered hands are laid. */
public final class Surfaces {
    private Surfaces() {}

    /** The JPEG pictures of a folder, by name. */
    public static List<RgbImage> read(Path folder) throws IOException {
        List<RgbImage> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path p :
                    files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList()) {
                all.add(Codec.decode(Files.readAllBytes(p)).orElseThrow().toEightBits());
            }
        }
        return all;
    }
}
