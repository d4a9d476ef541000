package org.dorsum.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.NormsFile;
import org.dorsum.assess.NormsFile.UnusableNormsException;
import org.dorsum.hand.HandNetwork;
import org.dorsum.hand.NetworkHandFinder;
import org.dorsum.hand.UnusableModelException;

/**
 * Everything an executor needs to measure, as one value that Spark sends to each of them once (6 MB): settings, and the files
 * of model and norms, so that nothing has to be installed on the machines.
 *
 * @param model the files of the model's folder by their names
 * @param norms the file of the norms
 */
record Kit(Settings settings, Map<String, byte[]> model, byte[] norms) implements Serializable {
    private static final List<String> SHIPPED_MODEL = List.of("manifest.json", "hand.onnx");
    private static final String NORMS = "norms.json";

    /** Copies the map. */
    Kit {
        model = new TreeMap<>(model); // serialisable, whatever came
    }

    /**
     * Packs it.
     *
     * @param model folder of another model than the one that comes along
     * @param norms other norms than those that come along
     * @throws IOException if a file cannot be read
     */
    static Kit of(Settings settings, Optional<Path> model, Optional<Path> norms) throws IOException {
        return new Kit(
                settings,
                model.isPresent() ? files(model.get()) : shippedModel(),
                norms.isPresent() ? Files.readAllBytes(norms.get()) : resource("/models/norms/hands11k.json"));
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path file : list.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static Map<String, byte[]> shippedModel() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : SHIPPED_MODEL) {
            files.put(name, resource("/models/hand/" + name));
        }
        return files;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Kit.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    /**
     * The assessor that all this makes.
     *
     * @throws UnusableModelException if the model is none
     * @throws UnusableNormsException if the norms are none
     * @throws IOException if there is no room for the model's files while they are read
     */
    Assessor assessor() throws IOException, UnusableModelException, UnusableNormsException {
        Path folder = Files.createTempDirectory("dorsum-kit");
        try {
            for (Map.Entry<String, byte[]> file : model.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            HandNetwork network = HandNetwork.open(folder);
            Path normsFile = Files.write(folder.resolve(NORMS), norms);
            Assessor assessor = Assessor.with(NetworkHandFinder.with(network))
                    .withScale(settings.scale())
                    .withNorms(NormsFile.read(normsFile));
            return settings.zones() ? assessor.withAllZones() : assessor;
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
