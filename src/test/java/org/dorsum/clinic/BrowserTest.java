package org.dorsum.clinic;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dorsum.clinic.support.Postgres;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a client through a real browser: set-up to deletion, each page looked at. */
class BrowserTest {
    private static final String PASSWORD = "three brown otters swim";
    private static final Path SAMPLES = Path.of("sample-images");

    @TempDir
    Path folder;

    @Test
    void fromSetUpToDeletion() throws Exception {
        Assumptions.assumeTrue(Onlooker.possible(), "there is no chromium: apt install chromium");
        try (Clinic clinic = TestClinic.in(folder);
                Onlooker onlooker = Onlooker.at(clinic.address())) {
            Journey.of(clinic, onlooker, PASSWORD).fromSetUpToDeletion(folder);
            onlooker.content();
        }
    }

    @Test
    void theSameOnPostgresql() throws Exception {
        Assumptions.assumeTrue(Onlooker.possible(), "there is no chromium: apt install chromium");
        Optional<Postgres> server = Postgres.server();
        Assumptions.assumeTrue(server.isPresent(), "PostgreSQL is not installed: apt install postgresql");
        ClinicSettings settings = TestClinic.settings(folder)
                .withDatabase(Optional.of(server.orElseThrow().newDatabase()));
        try (Clinic clinic = TestClinic.with(settings);
                Onlooker onlooker = Onlooker.hurrying(clinic.address())) {
            Journey.of(clinic, onlooker, PASSWORD).fromSetUpToDeletion(folder);
            onlooker.content();
        }
    }

    /** The way itself, on whatever database. */
    static final class Journey {
        private final Clinic clinic;
        private final Onlooker onlooker;
        private final Page page;
        private final String password;
        private final LocalDate today = LocalDate.now(ZoneId.systemDefault());

        private Journey(Clinic clinic, Onlooker onlooker, String password) {
            this.clinic = clinic;
            this.onlooker = onlooker;
            this.page = onlooker.page();
            this.password = password;
        }

        static Journey of(Clinic clinic, Onlooker onlooker, String password) {
            return new Journey(clinic, onlooker, password);
        }

        void fromSetUpToDeletion(Path folder) throws IOException {
            setUp();
            String client = client();
            consentAndConsultation(client);
            visit(client, today.minusWeeks(6), "before.jpg", "first-visit");
            treatment();
            visit(client, today, "after.jpg", "second-visit");
            photo();
            if (!onlooker.hurried()) {
                quickLook(); // has no row in any database
            }
            comparison(client, folder);
            course(client);
            export(client, folder);
            others();
            deletion(client);
        }

        private void setUp() {
            page.navigate(clinic.setUpAddress().orElseThrow().toString());
            onlooker.look("set-up");
            page.getByLabel("Name").fill("dr.demo");
            page.getByLabel("New password").fill(password);
            page.getByLabel("The same again").fill(password);
            button("Create and go on").click();
            onlooker.look("sign-in");
            page.getByLabel("Name").fill("dr.demo");
            page.getByLabel("Password").fill(password);
            button("Sign in").click();
            assertThat(page.locator("h1")).hasText("Today");
            onlooker.look("today-empty");
        }

        private String client() {
            page.getByRole(com.microsoft.playwright.options.AriaRole.LINK, named("Clients"))
                    .click();
            onlooker.look("clients-empty");
            page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill("H4711");
            page.getByLabel("Name (optional)").fill("Ada Muster");
            button("Add client").click();
            assertThat(page.locator("h1")).hasText("H4711");
            onlooker.look("client-new");
            return page.url();
        }

        private void consentAndConsultation(String client) {
            button("Record consent").click();
            assertThat(page.locator("#consent .badge").first()).hasText("photos");
            button("Record consent").click();
            assertThat(page.locator("#consent .badge.good")).hasCount(2);
            page.navigate(client + "/consultation");
            page.getByLabel("Roughness").check();
            page.getByLabel("Sun and age spots").check();
            page.getByLabel("History and notes").fill("No medicines. Gardens a lot.");
            onlooker.look("consultation");
            button("Record").click();
            assertThat(page.locator(".note.good").first()).containsText("may be treated");
        }

        private void visit(String client, LocalDate on, String photo, String name) {
            page.navigate(client);
            page.locator("#on").fill(on.toString());
            button("New visit").click();
            assertThat(page.locator("#photos h2")).hasText("Photos");
            page.locator("#file-left").setInputFiles(SAMPLES.resolve(photo));
            assertThat(page.locator("#shots .badge.good")).hasText("measured");
            onlooker.look(name);
        }

        private void treatment() {
            page.getByLabel("Hands cleansed").check();
            page.locator("#preparation button").click();
            page.getByLabel("Settings").fill("tip 100 µm, 20 kPa");
            button("Record treatment").click();
            assertThat(page.locator("#treatment li")).containsText("tip 100 µm, 20 kPa");
            page.locator("#next-on").fill(today.toString());
            page.locator("#next button").click();
            page.navigate(page.url().replaceAll("#.*", "") + "/camera?hand=left");
            assertThat(page.locator("[data-shoot]")).isEnabled();
            onlooker.look("camera");
        }

        private void photo() {
            page.locator("#shots a").first().click();
            assertThat(page.locator("h1")).hasText("Photo of the left hand");
            page.locator("[data-layer=zone]").click();
            assertThat(page.locator(".marks .zone")).isHidden();
            page.locator("[data-layer=zone]").click();
            page.locator("[data-zoom=in]").click();
            page.locator("[data-zoom=fit]").click();
            onlooker.look("photo");
        }

        private void quickLook() {
            page.navigate("/quick");
            onlooker.look("quick");
            page.locator("#before").setInputFiles(SAMPLES.resolve("before.jpg"));
            page.locator("#after").setInputFiles(SAMPLES.resolve("after.jpg"));
            button("Compare").click();
            assertThat(page.locator("[data-pair]")).isVisible();
            onlooker.look("quick-look");
            button("Forget it now").click();
            assertThat(page.locator(".note.good").first()).hasText("Forgotten.");
        }

        private void comparison(String client, Path folder) throws IOException {
            page.navigate(client + "/compare");
            onlooker.look("compare-choose");
            page.locator("form[action$=compare] button").first().click();
            assertThat(page.locator("[data-pair]")).isVisible();
            onlooker.look("comparison");
            for (String mode : List.of("side", "blink", "map", "slider")) {
                page.locator("[data-mode=" + mode + "]").click();
            }
            assertThat(page.locator(".pair")).hasClass(java.util.regex.Pattern.compile("slider"));
            byte[] pdf = Files.readAllBytes(save(page.locator("a[href$='report.pdf']"), folder));
            org.assertj.core.api.Assertions.assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
            String report = Files.readString(save(page.locator("a[href$='report.html']"), folder));
            org.assertj.core.api.Assertions.assertThat(report).contains("<html").containsIgnoringCase("roughness");
        }

        private void course(String client) {
            page.navigate(client + "/trend");
            assertThat(page.locator("svg.trend")).isVisible();
            onlooker.look("course");
        }

        private void export(String client, Path folder) throws IOException {
            page.navigate(client);
            onlooker.look("client");
            List<String> lines = Files.readAllLines(save(page.locator("a[href$='metrics.csv']"), folder));
            assertThat(lines).hasSize(3);
            assertThat(lines.get(1))
                    .contains("H4711")
                    .contains(today.minusWeeks(6).toString());
            List<String> names = new ArrayList<>();
            try (ZipInputStream zip =
                    new ZipInputStream(Files.newInputStream(save(page.locator("a[href$='archive.zip']"), folder)))) {
                for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                    names.add(e.getName());
                }
            }
            assertThat(names)
                    .contains("client.json", "metrics.csv", "zones.csv")
                    .hasSize(7);
        }

        private Path save(Locator link, Path folder) {
            Download download = page.waitForDownload(link::click);
            Path file = folder.resolve(download.suggestedFilename());
            download.saveAs(file);
            return file;
        }

        private void others() {
            for (String name : List.of("today", "clients", "study", "people", "audit", "retention", "account")) {
                page.navigate("/" + name);
                onlooker.look(name);
            }
            page.navigate("/audit");
            button("Verify the chain").click();
            assertThat(page.locator(".note.good").first()).containsText("as they were written");
            page.getByText("Deutsch").click();
            assertThat(page.locator("h1")).hasText("Protokoll");
            page.navigate("/clients");
            onlooker.look("clients-german");
            page.getByText("English").click();
        }

        private void deletion(String client) {
            page.navigate(client);
            button("Delete client …").click();
            onlooker.look("deletion");
            button("Undo").click();
            assertThat(page.locator("#deletion")).hasCount(0);
            button("Delete client …").click();
            page.locator("#typed").fill("H4711");
            button("Delete for good").click();
            assertThat(page.locator(".note.good").first()).containsText("has been deleted");
            org.assertj.core.api.Assertions.assertThat(
                            page.request().get(client).status())
                    .isEqualTo(404);
        }

        private Locator button(String name) {
            return page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, named(name));
        }

        private static Page.GetByRoleOptions named(String name) {
            return new Page.GetByRoleOptions().setName(name).setExact(true);
        }
    }
}
