package entrepot.platform.account;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whose tries are counted together: a user in any case of letters, an IPv4 address, or an IPv6 network of 64 bits. */
final class Subject {

    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    private Subject() {}

    /** As accounts are written; a name that no account can have becomes {@code ?}. */
    static String name(String given) {
        String name = given.strip().toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches() ? name : "?";
    }

    static String user(String name) {
        return "user:" + name;
    }

    static String address(String address) {
        if (!address.contains(":")) {
            return "address:" + address;
        }
        String[] groups = address.split("%")[0].split(":");
        return "address:" + String.join(":", java.util.Arrays.copyOf(groups, Math.min(4, groups.length)));
    }
}
