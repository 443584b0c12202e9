package entrepot.web.page;

import entrepot.trading.broker.OrderPlan;
import entrepot.trading.indicator.Parameter;
import entrepot.web.api.ApiProblem;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what is wrong with a field that is typed in percent, of which the API speaks as a share. */
final class InPercent {

    /** Names of these fields in the API, of backtests and sweeps alike. */
    private static final Set<String> FIELDS = Stream.concat(Stream.of("feeRate", "slippage"), OrderPlan.PARAMETERS.stream().map(Parameter::name))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> CODES = Set.of("range", "negative", "not-positive", "decimals");
    private static final int DIGITS = 2;

    /** Neither a part of another number or of a name, nor a number of values. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.]|has |have )-?\\d+(\\.\\d+)?(E-?\\d+)?");
    private static final Pattern DECIMALS = Pattern.compile("have (\\d+) decimals");

    private InPercent() {}

    /** Of any other field, as the API says it. @param name of the field, and what of it is wrong: {@code stopLoss to} */
    static String told(String name, ApiProblem.FieldError fault) {
        return FIELDS.contains(name.split(" ")[0]) ? told(fault) : fault.detail();
    }

    static String told(ApiProblem.FieldError fault) {
        if (!CODES.contains(fault.code())) {
            return fault.detail();
        }
        String detail = NUMBER.matcher(fault.detail().replace("is a share", "is a percentage")).replaceAll(share -> percent(share.group()));
        Matcher decimals = DECIMALS.matcher(detail);
        return decimals.replaceFirst(found -> "have " + (Integer.parseInt(found.group(1)) - DIGITS) + " decimals");
    }

    private static String percent(String share) {
        BigDecimal percent = new BigDecimal(share).movePointRight(DIGITS);
        return (percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros()).toPlainString();
    }
}
