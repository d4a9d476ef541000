package org.dorsum.clinic;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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

/** Holds the table of the web app's packages in docs/architecture.md. */
class ClinicArchitectureTest {
    private static final JavaClasses CLINIC = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.dorsum.clinic");

    @ParameterizedTest(name = "{0} uses at most {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "data | ",
                "vault | data",
                "audit | data",
                "people | data audit vault",
                "clients | data audit vault people",
                "photos | data audit vault",
                "work | data audit vault photos",
                "backup | data audit vault",
                "web | data audit vault people clients photos work",
            })
    void packagesDependInOneDirection(String name, String mayUse) {
        String[] allowed = Stream.concat(
                        Stream.of("org.dorsum.clinic." + name + ".."),
                        mayUse == null
                                ? Stream.empty()
                                : Arrays.stream(mayUse.trim().split(" ")).map(p -> "org.dorsum.clinic." + p + ".."))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("org.dorsum.clinic." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.dorsum.clinic..").and(not(resideInAnyPackage(allowed))))
                .check(CLINIC);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.dorsum.clinic.(*)..").should().beFreeOfCycles().check(CLINIC);
    }

    @Test
    void pagesAreAnsweredInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.dorsum.clinic.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..")
                .check(CLINIC);
    }
}
