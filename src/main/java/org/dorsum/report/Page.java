package org.dorsum.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Templates to pages; style and script are written into the page, which needs nothing but itself. */
final class Page {
    private static final String FOLDER = "org/dorsum/report/";

    private Page() {}

    private static final class Holder {
        static final TemplateEngine ENGINE = engine();
    }

    /** The page of {@code template}, whose name is without its ending; every text of the model is escaped by it. */
    static String of(String template, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("style", resource("page.css"));
        all.put("script", resource("page.js"));
        return Holder.ENGINE.process(template, new Context(Locale.ROOT, all));
    }

    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Page.class.getClassLoader());
        resolver.setPrefix(FOLDER);
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
