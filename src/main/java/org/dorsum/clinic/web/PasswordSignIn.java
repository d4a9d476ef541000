package org.dorsum.clinic.web;

import java.util.List;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.SignIn;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Signs in with what the form sent: name and password, and the code of an authenticator beside them. */
final class PasswordSignIn implements AuthenticationProvider {
    private final SignIn signIn;

    PasswordSignIn(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String code = asked.getDetails() instanceof String text ? text : "";
        Person person = signIn.of(asked.getName(), String.valueOf(asked.getCredentials()), code)
                .orElseThrow(() -> new BadCredentialsException("refused"));
        return token(person);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /** Somebody who has been recognised. */
    static Authentication token(Person person) {
        List<GrantedAuthority> roles = person.roles().stream()
                .<GrantedAuthority>map(r -> new SimpleGrantedAuthority("ROLE_" + r.name()))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(person, null, roles);
    }
}
