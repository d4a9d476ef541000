package org.dorsum.clinic.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.dorsum.clinic.people.ApiTokens;
import org.dorsum.clinic.people.Attempts;
import org.dorsum.clinic.people.Person;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises a program by its token ({@code Authorization: Bearer dorsum_…}); an address that tries wrong ones has to wait. */
final class TokenSignIn extends OncePerRequestFilter {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final Attempts attempts;

    TokenSignIn(ApiTokens tokens, Attempts attempts) {
        this.tokens = tokens;
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null && header.startsWith(SCHEME)) {
            Optional<Person> person =
                    tokens.person(header.substring(SCHEME.length()).strip());
            if (person.isPresent()) {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(PasswordSignIn.token(person.get()));
                SecurityContextHolder.setContext(context);
            } else if (!attempts.take(request.getRemoteAddr())) {
                response.setHeader("Retry-After", "60");
                response.sendError(TOO_MANY_REQUESTS);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
