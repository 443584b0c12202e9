package entrepot.platform.account;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What an account may be. The role {@code system} is not among them: timers and queues have it, people cannot. */
public enum Role {
    CASHIER, STOREKEEPER, BUYER, PRICING, ACCOUNTANT, AUDITOR, QUANT, TRADER, RISK, ADMIN;

    public static final List<String> CODES = Arrays.stream(values()).map(Role::code).toList();

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static boolean isOne(String code) {
        return CODES.contains(code);
    }

    static Set<String> parse(String withCommas) {
        return withCommas == null || withCommas.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(withCommas.split(",")));
    }

    static String join(Collection<String> roles) {
        return String.join(",", new TreeSet<>(roles));
    }
}
