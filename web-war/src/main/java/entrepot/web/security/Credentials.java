package entrepot.web.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** What an Authorization header brings: name and password, or a token (then {@code name} is null). */
record Credentials(String name, String secret) {

    /** Empty where the header is neither Basic nor Bearer, or is broken. */
    static Optional<Credentials> parse(String header) {
        String[] parts = header.strip().split(" +", 2);
        if (parts.length != 2) {
            return Optional.empty();
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "basic" -> basic(parts[1]);
            case "bearer" -> Optional.of(new Credentials(null, parts[1]));
            default -> Optional.empty();
        };
    }

    private static Optional<Credentials> basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(new Credentials(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    boolean isToken() {
        return name == null;
    }

    @Override
    public String toString() {
        return isToken() ? "token" : "password of " + name;
    }
}
