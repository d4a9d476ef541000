package org.dorsum.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the wing for clusters may use, and who may use it. */
class ClusterArchitectureTest {
    private static final ImportOption NO_TESTS = location -> !location.contains("/test-classes/");

    private static final JavaClasses DORSUM =
            new ClassFileImporter().withImportOption(NO_TESTS).importPackages("org.dorsum");

    @Test
    void sparkAndHadoopAreUsedInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.dorsum.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
                .check(DORSUM);
    }

    @Test
    void nothingUsesTheCluster() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.dorsum.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.dorsum.cluster..")
                .check(DORSUM);
    }

    /** Executors have neither these libraries nor a use for them. */
    @Test
    void theClusterNeedsNoPagesNoServerAndNoCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("org.dorsum.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.dorsum.cli..",
                        "org.dorsum.clinic..",
                        "org.dorsum.compare..",
                        "org.springframework..",
                        "org.thymeleaf..",
                        "org.apache.pdfbox..",
                        "org.knowm.xchart..")
                .check(DORSUM);
    }
}
