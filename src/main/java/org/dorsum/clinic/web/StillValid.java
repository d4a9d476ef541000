package org.dorsum.clinic.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.dorsum.clinic.people.People;
import org.dorsum.clinic.people.Person;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose person was deactivated, got other roles or another password since, and one that has lasted a working
 * day.
 */
final class StillValid extends OncePerRequestFilter {
    private static final Duration LONGEST = Duration.ofHours(12);

    private final People people;
    private final Clock clock;

    StillValid(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (now != null && now.getPrincipal() instanceof Person person && session != null) {
            boolean valid = people.find(person.id())
                    .filter(p -> p.active() && p.stamp() == person.stamp())
                    .isPresent();
            Instant end = Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST);
            if (!valid || clock.instant().isAfter(end)) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            }
        }
        chain.doFilter(request, response);
    }
}
