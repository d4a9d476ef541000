package org.dorsum.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Somebody at the web app with Debian's Chromium, who keeps pictures of what is seen and asks axe about every page. */
final class Onlooker implements AutoCloseable {
    static final Path PICTURES = Path.of("target", "clinic-screenshots");
    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
    private static final int PATIENCE_MS =
            240_000; // on a machine that has thirty other things to do a comparison takes minutes
    private static final Set<String> SEVERE = Set.of("serious", "critical");

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();
    private final boolean hurried;

    private Onlooker(Playwright playwright, Browser browser, URI base, boolean hurried) {
        this.hurried = hurried;
        this.playwright = playwright;
        this.browser = browser;
        context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base.toString())
                .setViewportSize(1280, 900)
                .setLocale("en-GB")
                .setAcceptDownloads(true));
        context.setDefaultTimeout(PATIENCE_MS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error")) {
                complaints.add("console: " + m.text() + " at " + page.url());
            }
        });
        page.onPageError(e -> complaints.add("script: " + e));
    }

    static boolean possible() {
        return browser().findFirst().isPresent();
    }

    private static Stream<String> browser() {
        return BROWSERS.stream().filter(b -> Files.isExecutable(Path.of(b)));
    }

    /** One who looks closely at every page. */
    static Onlooker at(URI base) {
        return at(base, false);
    }

    /** One who goes through without looking at pages. */
    static Onlooker hurrying(URI base) {
        return at(base, true);
    }

    private static Onlooker at(URI base, boolean hurried) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(browser().findFirst().orElseThrow()))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--use-fake-ui-for-media-stream",
                                "--use-fake-device-for-media-stream")));
        return new Onlooker(playwright, browser, base, hurried);
    }

    boolean hurried() {
        return hurried;
    }

    Page page() {
        return page;
    }

    /** Looks at the present page: axe, and pictures on a desk and on a telephone in the dark. */
    void look(String name) {
        if (!seen.add(name)) {
            throw new IllegalArgumentException("looked at " + name + " before");
        }
        if (hurried) {
            return;
        }
        axe(name);
        picture(name);
        page.setViewportSize(360, 780);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        axe(name + ", dark, on a telephone");
        Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) wider).intValue() > 0) {
            complaints.add(name + " is " + wider + " pixels wider than a telephone");
        }
        picture(name + "-phone-dark");
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void axe(String name) {
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            if (SEVERE.contains(rule.getImpact())) {
                complaints.add("axe: " + name + ": " + rule.getId() + " " + rule.getHelp() + ": "
                        + rule.getNodes().get(0).getHtml());
            }
        }
    }

    private void picture(String name) {
        page.evaluate("scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Nothing was wrong with any page. */
    void content() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        context.close();
        browser.close();
        playwright.close();
    }
}
