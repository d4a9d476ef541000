package org.dorsum.clinic.web;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.dorsum.clinic.people.ApiTokens;
import org.dorsum.clinic.people.Attempts;
import org.dorsum.clinic.people.People;
import org.dorsum.clinic.people.Role;
import org.dorsum.clinic.people.SignIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** How requests are let in: what {@link Rights} says, nothing else. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityRules {
    /** Nothing but our own files, no script or style in a page. */
    static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
            + " connect-src 'self'; media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final int TRIES = 20; // people behind one address mistype, a guesser gets 5760 a day
    private static final Duration PERIOD = Duration.ofMinutes(5);

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, ApiTokens tokens, Clock clock) throws Exception {
        headers(http.securityMatcher("/api/**")
                        .csrf(c -> c.disable()) // no cookie signs in here
                        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                        .exceptionHandling(
                                e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                        .addFilterBefore(
                                new TokenSignIn(tokens, new Attempts(TRIES, PERIOD, clock)), AuthorizationFilter.class))
                .authorizeHttpRequests(SecurityRules::rules);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, People people, SignIn signIn, Clock clock) throws Exception {
        headers(http)
                .authenticationProvider(new PasswordSignIn(signIn))
                .formLogin(f -> f.loginPage("/login")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .authenticationDetailsSource(r -> Objects.requireNonNullElse(r.getParameter("code"), ""))
                        .defaultSuccessUrl("/", true)
                        .failureUrl("/login?refused"))
                .logout(l -> l.logoutSuccessUrl("/login?left"))
                .addFilterBefore(
                        new TooManyTries(new Attempts(TRIES, PERIOD, clock)),
                        UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new StillValid(people, clock), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(SecurityRules::rules);
        return http.build();
    }

    private static HttpSecurity headers(HttpSecurity http) throws Exception {
        return http.headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(CONTENT))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(p -> p.policy(
                        "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()"))
                .crossOriginOpenerPolicy(c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(c -> c.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry registry) {
        registry.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll();
        for (Rights.Rule rule : Rights.all()) {
            PathPatternRequestMatcher route =
                    PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.valueOf(rule.method()), rule.pattern());
            if (rule.open()) {
                registry.requestMatchers(route).permitAll();
            } else {
                registry.requestMatchers(route)
                        .hasAnyRole(rule.roles().stream().map(Role::name).toArray(String[]::new));
            }
        }
        registry.anyRequest().denyAll();
    }
}
