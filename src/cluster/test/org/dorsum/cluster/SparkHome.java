package org.dorsum.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.shrinkwrap.resolver.api.maven.Maven;

/** A Spark installation as far as a cluster on this machine needs one: the jars that Maven has, in one folder. */
final class SparkHome {
    /** What Spark 4 needs to be opened on Java 17, as its own launcher has it. */
    private static final List<String> OPEN = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "jdk.internal.ref",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    final Path home;

    SparkHome(Path home) throws IOException {
        this.home = home;
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (File jar : Maven.resolver()
                .resolve(property("dorsum.cluster.spark"))
                .withTransitivity()
                .asFile()) {
            Files.createSymbolicLink(jars.resolve(jar.getName()), jar.toPath());
        }
    }

    static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name + ": run with mvn -Pcluster verify");
    }

    /** Starts one of Spark's own programs; what it prints goes into {@code log}. */
    Process start(Path log, String megabytes, List<String> programAndArguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Xmx" + megabytes + "m");
        line.add("-Djava.awt.headless=true");
        for (String name : OPEN) {
            line.add("--add-opens=java.base/" + name + "=ALL-UNNAMED");
        }
        line.add("-cp");
        line.add(home.resolve("jars") + "/*");
        line.addAll(programAndArguments);
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_LOCAL_HOSTNAME", "localhost");
        return builder.start();
    }
}
