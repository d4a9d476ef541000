package org.dorsum.clinic.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;

/** Which language a page is in: the one chosen, else the first that the browser asks for and there is, else English. */
final class Languages implements LocaleResolver {
    static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final String COOKIE = "dorsum-language";
    private static final long YEAR_S = 365L * 24 * 3600;

    /** The language of that code. */
    static Optional<Locale> of(String code) {
        return ALL.stream().filter(l -> l.getLanguage().equals(code)).findFirst();
    }

    /** Whether files are to be in German. */
    static boolean german(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage());
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        Optional<Locale> chosen = Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(c -> c.getName().equals(COOKIE))
                .flatMap(c -> of(c.getValue()).stream())
                .findFirst();
        return chosen.orElseGet(() -> Collections.list(request.getLocales()).stream()
                .flatMap(l -> of(l.getLanguage()).stream())
                .findFirst()
                .orElse(Locale.ENGLISH));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) {
            return;
        }
        ResponseCookie cookie = ResponseCookie.from(COOKIE, locale.getLanguage())
                .path("/")
                .maxAge(YEAR_S)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
