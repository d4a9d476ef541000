package org.dorsum.clinic.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "drei blaue Heringe", "un été à l’Élysée"})
    void wordsWithoutDigitsAreWelcome(String words) {
        assertThatCode(() -> passwords.check(words, "anna")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, password.short",
        "abcdefghijkl, password.guessed",
        "aaaaaaaaaaaaaa, password.guessed",
        "12345678901234, password.guessed",
        "PasswordPassword1, password.guessed",
        "my name is Anna, password.guessed",
    })
    void whatIsGuessedFirstIsRefused(String password, String code) {
        assertThatThrownBy(() -> passwords.check(password, "anna")).hasMessage(code);
    }

    @Test
    void aHundredAndTwentyEightCharactersFitAndOneMoreDoesNot() {
        String long128 = "sixteen letters ".repeat(8);
        assertThatCode(() -> passwords.check(long128, "anna")).doesNotThrowAnyException();
        assertThatThrownBy(() -> passwords.check(long128 + "x", "anna")).hasMessage("password.long");
    }

    @Test
    void aHashIsArgon2idAndSalted() {
        String one = passwords.hash("three brown otters swim");
        String two = passwords.hash("three brown otters swim");
        assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(two);
        assertThat(passwords.matches("three brown otters swim", one)).isTrue();
        assertThat(passwords.matches("three brown otters swam", one)).isFalse();
    }
}
