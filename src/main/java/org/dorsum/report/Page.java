package org.dorsum.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Templates to pages; style and script are written into the page, which needs nothing but itself. Pages are well-formed XML too. */
final class Page {
    private static final String FOLDER = "org/dorsum/report/";

    /** What a page is made for. */
    enum Medium {
        /** A browser: switches, a slider, folding. */
        SCREEN,
        /** Sheets: everything at once. */
        PAPER
    }

    private Page() {}

    private static final class Holder {
        static final TemplateEngine ENGINE = engine();
    }

    /** The page of {@code template}, whose name is without its ending; every text of the model is escaped by it. */
    static String of(String template, Map<String, Object> model, Words words, Medium medium) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("paper", medium == Medium.PAPER);
        all.put("language", words.language().label());
        all.put("style", resource(medium == Medium.PAPER ? "paper.css" : "page.css"));
        all.put("script", resource("page.js"));
        return Holder.ENGINE.process(template, new Context(words.language().locale(), all));
    }

    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Page.class.getClassLoader());
        resolver.setPrefix(FOLDER);
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setMessageResolver(new Messages());
        return engine;
    }

    /** The words of {@code #{key}} in templates. */
    private static final class Messages extends AbstractMessageResolver {
        @Override
        public String resolveMessage(
                ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] values) {
            Language language =
                    Language.valueOf(context.getLocale().getLanguage().toUpperCase(Locale.ROOT));
            return Words.in(language).get(key, values == null ? new Object[0] : values);
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] values) {
            throw new IllegalArgumentException("no words for " + key);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
