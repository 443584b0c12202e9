package entrepot.platform.account;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a password must be, and how it is kept: bcrypt, where above 72 bytes its SHA-512 stands in. */
public final class Passwords {

    public static final int LEAST = 12;
    public static final int MOST = 128;
    static final int COST = 11;

    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;
    private static final LongPasswordStrategy LONG = LongPasswordStrategies.hashSha512(VERSION);
    private static final int FEWEST_DIFFERENT = 5;
    private static final Set<String> COMMON = common();
    // No 0 and O, no 1, l and I: it is read from a screen and typed.
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    /** What a password is compared with where there is no account, so that the answer takes as long. */
    private static final String NOBODY = hash("nobody has this password");

    private Passwords() {}

    /** What speaks against a password; empty if nothing. */
    public static List<String> faults(String password, String account) {
        String lower = password.toLowerCase(Locale.ROOT);
        List<String> faults = new ArrayList<>();
        int length = password.codePointCount(0, password.length());
        if (length < LEAST || length > MOST) {
            faults.add("must have " + LEAST + " to " + MOST + " characters (15 and more are better), has " + length);
        }
        if (COMMON.contains(lower) || COMMON.contains(core(lower))) {
            faults.add("is one of the passwords that are tried first");
        }
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            faults.add("must have " + FEWEST_DIFFERENT + " different characters at least");
        }
        if (password.matches("\\d*")) {
            faults.add("must not be a number");
        }
        if (account.length() > 3 && lower.contains(account)) {
            faults.add("must not hold the account's name");
        }
        return faults;
    }

    /** {@code password2026!!} and {@code passwordpassword} are both {@code password}. */
    private static String core(String lower) {
        return lower.replaceFirst("[^a-z]+$", "").replaceFirst("^(.+?)\\1+$", "$1");
    }

    public static String hash(String password) {
        return BCrypt.with(VERSION, new SecureRandom(), LONG).hashToString(COST, password.toCharArray());
    }

    /** Takes as long where {@code hash} is null, and is false then. */
    static boolean match(String password, String hash) {
        boolean same = BCrypt.verifyer(VERSION, LONG)
                .verify(password.toCharArray(), (hash == null ? NOBODY : hash).toCharArray()).verified;
        return same && hash != null;
    }

    /** Twenty characters of a hundred bits, in fives. */
    public static String generate(SecureRandom random) {
        return random.ints(20, 0, ALPHABET.length())
                .mapToObj(at -> String.valueOf(ALPHABET.charAt(at)))
                .collect(Collectors.joining())
                .replaceAll("(.{5})(?!$)", "$1-");
    }

    private static Set<String> common() {
        try (InputStream in = Passwords.class.getResourceAsStream("common-passwords.txt");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("# ")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
