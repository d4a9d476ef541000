package org.dorsum;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the table of packages in docs/architecture.md. */
class ArchitectureTest {
    private static final JavaClasses DORSUM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.dorsum");

    @ParameterizedTest(name = "{0} uses at most {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "image | ",
                "colour | ",
                "stats | ",
                "photo | image colour",
                "reference | image colour",
                "hand | image colour photo reference stats",
                "skin | image colour photo hand stats",
                "measure | image colour hand skin stats",
                "assess | image colour photo hand skin measure stats",
                "compare | image colour photo hand skin measure assess stats",
                "report | image colour photo reference hand skin measure assess compare stats",
                "batch | image photo hand measure assess report",
                "synth | image colour photo reference",
                "clinic | image colour photo reference hand skin measure assess compare report batch stats",
            })
    void packagesDependInOneDirection(String name, String mayUse) {
        String[] allowed = Stream.concat(
                        Stream.of("org.dorsum." + name + ".."),
                        mayUse == null
                                ? Stream.empty()
                                : Arrays.stream(mayUse.trim().split(" ")).map(p -> "org.dorsum." + p + ".."))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("org.dorsum." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.dorsum..").and(not(resideInAnyPackage(allowed))))
                .check(DORSUM);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.dorsum.(*)..").should().beFreeOfCycles().check(DORSUM);
    }

    @Test
    void nothingUsesTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.dorsum.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.dorsum.cli..")
                .check(DORSUM);
    }

    /** Stronger than "never in a public signature": native memory stays in one package. */
    @Test
    void openCvIsUsedInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.dorsum.image..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.opencv..")
                .check(DORSUM);
        classes()
                .that()
                .resideInAPackage("org.dorsum.image..")
                .and()
                .arePublic()
                .should(new PublicSignatures("org.opencv"))
                .check(DORSUM);
    }

    @Test
    void commonsMathIsUsedInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.dorsum.stats..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons.math3..")
                .check(DORSUM);
    }

    @Test
    void springIsUsedInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.dorsum.clinic..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .allowEmptyShould(true)
                .check(DORSUM);
    }

    @Test
    void pdfBoxIsUsedInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.dorsum.report..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.pdfbox..")
                .check(DORSUM);
    }

    @Test
    void pagesAreLaidOutInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.dorsum.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.openhtmltopdf..", "org.apache.batik..", "org.thymeleaf..")
                .check(DORSUM);
    }

    @Test
    void chartsAreDrawnInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.dorsum.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.knowm.xchart..", "de.erichseifert..")
                .check(DORSUM);
    }

    @Test
    void parquetIsUsedInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.dorsum.report..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.parquet..")
                .check(DORSUM);
    }

    @Test
    void theNetworkIsRunInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.dorsum.hand..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .check(DORSUM);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.dorsum.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(DORSUM);
    }
}
