package org.dorsum.clinic.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.dorsum.clinic.people.Attempts;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits how often an address may try passwords and links. */
final class TooManyTries extends OncePerRequestFilter {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<String> GUARDED = Set.of("/login", "/setup");

    private final Attempts attempts;

    TooManyTries(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        boolean guarded =
                path.startsWith("/invitation/") || (request.getMethod().equals("POST") && GUARDED.contains(path));
        if (guarded && !attempts.take(request.getRemoteAddr())) {
            response.setHeader("Retry-After", "60");
            response.sendError(TOO_MANY_REQUESTS);
            return;
        }
        chain.doFilter(request, response);
    }
}
