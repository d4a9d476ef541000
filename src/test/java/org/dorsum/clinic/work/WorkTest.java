package org.dorsum.clinic.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dorsum.assess.Assessment;
import org.dorsum.assess.Assessor;
import org.dorsum.clinic.audit.AuditEntry;
import org.dorsum.clinic.audit.AuditLog;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.photos.FileKind;
import org.dorsum.clinic.photos.StoredPhoto;
import org.dorsum.clinic.support.ClinicParts;
import org.dorsum.clinic.support.TestDatabase;
import org.dorsum.clinic.support.Visits;
import org.dorsum.clinic.vault.VaultKey;
import org.dorsum.hand.HandCorrection;
import org.dorsum.hand.Zone;
import org.dorsum.image.Codec;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.dorsum.measure.Metric;
import org.dorsum.measure.Outcome;
import org.dorsum.photo.Finding;
import org.dorsum.photo.PhotoReader;
import org.dorsum.report.AssessmentJson;
import org.dorsum.report.PhotoResult;
import org.dorsum.support.EllipseHandFinder;
import org.dorsum.support.Pictures;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkTest {
    private static final byte[] FILE = Codec.jpeg(Pictures.skin(1), 95);
    private static final byte[] LATER = Codec.jpeg(Pictures.skin(2), 95);

    @TempDir
    private Path data;

    private ClinicParts parts(TestDatabase kind) {
        return new ClinicParts(kind.open(data), data, VaultKey.random(), new EllipseHandFinder());
    }

    /** To the last character what the command line writes for the same bytes. */
    @ParameterizedTest
    @EnumSource
    void aPhotoIsMeasuredAsOnTheCommandLine(TestDatabase kind) throws Exception {
        try (ClinicParts clinic = parts(kind)) {
            StoredPhoto photo = clinic.receive(Visits.add(clinic.database), FILE);
            clinic.finish();
            PhotoState state = clinic.work.photo(photo.id()).orElseThrow();
            assertThat(state.measuring().stage()).isEqualTo(Stage.DONE);
            assertThat(state.usable()).contains(true);
            assertThat(state.status()).contains("measured");
            Assessor assessor = Assessor.with(new EllipseHandFinder());
            Assessment expected = assessor.assess(PhotoReader.withDefaults().read(photo.id(), FILE));
            PhotoResult result = new PhotoResult(
                    photo.id(),
                    PhotoResult.Labels.none(),
                    assessor.method(),
                    new PhotoResult.Outcome.Assessed(expected));
            assertThat(new String(clinic.work.result(photo.id()).orElseThrow(), StandardCharsets.UTF_8))
                    .isEqualTo(AssessmentJson.of(List.of(result)));
            assertThat(clinic.work.overlay(photo.id()).flatMap(Codec::decode)).isPresent();
            assertThat(state.findings())
                    .extracting(Finding::code)
                    .containsExactlyElementsOf(
                            expected.findings().stream().map(Finding::code).toList());
            double roughness = ((Outcome.Measured) expected.outcome(Zone.DORSUM, Metric.ROUGHNESS_INDEX)).value();
            assertThat(clinic.work.measurements(photo.id()))
                    .filteredOn(m -> m.metric().equals("roughness_index"))
                    .singleElement()
                    .returns(OptionalDouble.of(roughness), MeasuredRow::value);
            assertThat(clinic.work.cells(photo.id()).orElseThrow()).startsWith(photo.id(), "", "", "left", "measured");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPhotoWithoutAHandSaysWhyAndWhatToDo(TestDatabase kind) throws Exception {
        try (ClinicParts clinic = parts(kind)) {
            StoredPhoto photo = clinic.receive(Visits.add(clinic.database), Codec.png(Pictures.black()));
            clinic.finish();
            PhotoState state = clinic.work.photo(photo.id()).orElseThrow();
            assertThat(state.usable()).contains(false);
            assertThat(state.status()).contains("rejected");
            assertThat(state.findings())
                    .anySatisfy(f -> assertThat(f.severity()).isEqualTo(Finding.Severity.ERROR));
        }
    }

    @ParameterizedTest
    @EnumSource
    void sessionsAreCompared(TestDatabase kind) throws Exception {
        try (ClinicParts clinic = parts(kind)) {
            String visit = Visits.add(clinic.database);
            String first = clinic.receive(visit, FILE).id();
            String second = clinic.receive(visit, LATER).id();
            String id = clinic.work.compare("client:left", List.of(first), List.of(second), "user");
            assertThat(clinic.work.compare("client:left", List.of(first), List.of(second), "user"))
                    .isEqualTo(id);
            clinic.finish();
            StoredComparison comparison = clinic.work.comparison(id).orElseThrow();
            assertThat(comparison.progress().stage()).isEqualTo(Stage.DONE);
            assertThat(comparison.verdict()).isPresent();
            assertThat(comparison.before()).containsExactly(first);
            assertThat(comparison.after()).containsExactly(second);
            assertThat(clinic.work.comparisons("client:left")).containsExactly(comparison);
            assertThat(new String(clinic.work.file(id, FileKind.RESULT).orElseThrow(), StandardCharsets.UTF_8))
                    .contains("\"comparability\"");
            assertThat(clinic.work.file(id, FileKind.PAGE)).isPresent();
            assertThat(clinic.work.file(id, FileKind.ALIGNED_BEFORE).flatMap(Codec::decode))
                    .isPresent();
            String course = clinic.work.course(
                    "client:left",
                    "P-1",
                    "left",
                    List.of(
                            new CoursePhoto(first, LocalDate.of(2026, 11, 1), Optional.empty()),
                            new CoursePhoto(
                                    second, LocalDate.of(2026, 11, 20), Optional.of(LocalDate.of(2026, 11, 5)))),
                    "user");
            clinic.finish();
            assertThat(clinic.work.comparison(course).orElseThrow().progress().stage())
                    .isEqualTo(Stage.DONE);
            assertThat(new String(clinic.work.file(course, FileKind.TABLE).orElseThrow(), StandardCharsets.UTF_8))
                    .contains("P-1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDrawnZoneIsMeasuredInsteadAndMarked(TestDatabase kind) throws Exception {
        try (ClinicParts clinic = parts(kind)) {
            String visit = Visits.add(clinic.database);
            StoredPhoto photo = clinic.receive(visit, FILE);
            String other = clinic.receive(visit, LATER).id();
            String comparison = clinic.work.compare("c", List.of(photo.id()), List.of(other), "user");
            clinic.finish();
            byte[] found = clinic.work.result(photo.id()).orElseThrow();
            HandCorrection drawn = new HandCorrection(Optional.empty(), Map.of(Zone.DORSUM, square(280, 210, 110)));
            clinic.work.correct(photo.id(), drawn, "user");
            clinic.finish();
            assertThat(clinic.work.correction(photo.id())).contains(drawn);
            PhotoState state = clinic.work.photo(photo.id()).orElseThrow();
            assertThat(state.corrected()).isTrue();
            assertThat(state.findings()).extracting(Finding::code).contains("corrected-by-hand");
            assertThat(clinic.work.result(photo.id()).orElseThrow()).isNotEqualTo(found);
            assertThat(new String(clinic.work.file(comparison, FileKind.RESULT).orElseThrow(), StandardCharsets.UTF_8))
                    .contains("corrected");
            clinic.work.uncorrect(photo.id(), "user");
            clinic.finish();
            assertThat(clinic.work.result(photo.id())).contains(found);
            assertThat(clinic.log.of("photo:" + photo.id()))
                    .extracting(AuditEntry::action)
                    .containsExactly("photo-received", "photo-corrected", "correction-withdrawn");
        }
    }

    private static Polygon square(double x, double y, double half) {
        return new Polygon(List.of(
                new Point(x - half, y - half),
                new Point(x + half, y - half),
                new Point(x + half, y + half),
                new Point(x - half, y + half)));
    }

    /** Rows of all tables but the log, and all files. */
    @ParameterizedTest
    @EnumSource
    void withAPhotoGoesAllThatWasMadeOfIt(TestDatabase kind) throws Exception {
        try (ClinicParts clinic = parts(kind)) {
            String visit = Visits.add(clinic.database);
            String first = clinic.receive(visit, FILE).id();
            String second = clinic.receive(visit, LATER).id();
            clinic.work.compare("c", List.of(first), List.of(second), "user");
            clinic.work.correct(
                    first, new HandCorrection(Optional.empty(), Map.of(Zone.DORSUM, square(280, 210, 110))), "user");
            clinic.store.delete(first, "user"); // whatever is running at the moment
            clinic.finish();
            assertThat(rows(clinic.database, "comparison")).isZero();
            assertThat(rows(clinic.database, "photo")).isEqualTo(1);
            assertThat(clinic.vault.ids()).hasSize(6);
            clinic.store.delete(second, "user");
            for (String table : List.of(
                    "photo",
                    "stored_file",
                    "look",
                    "analysis",
                    "measurement",
                    "correction",
                    "comparison",
                    "comparison_photo",
                    "job")) {
                assertThat(rows(clinic.database, table)).as(table).isZero();
            }
            assertThat(clinic.vault.ids()).isEmpty();
            assertThat(clinic.log.verify()).isInstanceOf(AuditLog.Verdict.Intact.class);
        }
    }

    private static int rows(ClinicDatabase database, String table) {
        return database.jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource
    void aComparisonNeedsBothSides(TestDatabase kind) {
        try (ClinicParts clinic = parts(kind)) {
            assertThatThrownBy(() -> clinic.work.compare("c", List.of(), List.of("x"), "user"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(clinic.work.photo("no such photo")).isEmpty();
        }
    }
}
