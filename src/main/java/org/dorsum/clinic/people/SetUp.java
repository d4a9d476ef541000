package org.dorsum.clinic.people;

/**
 * The one-time key to creating the first administrator: made anew at every start at which nobody exists, printed on the
 * console of whoever started the server, never stored.
 */
public final class SetUp {
    private final People people;
    private final String token = Secrets.token();

    /** The set-up of those persons. */
    public SetUp(People people) {
        this.people = people;
    }

    /** Whether it is still to be done. */
    public boolean needed() {
        return people.none();
    }

    /** What is printed. */
    public String token() {
        return token;
    }

    /** Whether that is what was printed, and nobody exists. */
    public boolean accepts(String candidate) {
        return needed() && Secrets.same(token, candidate);
    }

    /** Creates the first administrator. */
    public synchronized Person redeem(String candidate, String login, String password) throws Refused {
        if (!accepts(candidate)) {
            throw new Refused("setup.void");
        }
        return people.createFirst(login, password);
    }
}
