package entrepot.trading.market.server;

import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import entrepot.trading.market.BuiltInCalendars;
import entrepot.trading.market.SpecialDay;
import entrepot.trading.market.TradingCalendar;
import entrepot.trading.market.server.MarketRefused.Fault;
import entrepot.trading.market.server.MarketRefused.Kind;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calendars made and changed. A job then counts the gaps of the instruments that trade by them anew. */
@Stateless
@RolesAllowed({"quant", "admin"})
public class CalendarDesk {

    private static final Logger LOG = System.getLogger(CalendarDesk.class.getName());

    @Inject
    private CalendarTable calendars;

    @EJB
    private JobDesk jobs;

    @Resource
    private SessionContext context;

    /** @throws MarketRefused where the code is taken */
    public void create(TradingCalendar calendar) {
        if (calendars.find(calendar.code()).isPresent()) {
            throw MarketRefused.of(Kind.CONFLICT, "taken", "/code", "there is a calendar '" + calendar.code() + "' already");
        }
        calendars.add(calendar, actor());
        LOG.log(Level.INFO, "calendar created: code={0} actor={1}", calendar.code(), actor());
    }

    /**
     * @return the job that counts gaps anew; empty where no instrument trades by it
     * @throws MarketRefused where {@code version} is not the one there is, it comes with the product, or an exception does not fit its new hours
     */
    public Optional<Job> change(int version, TradingCalendar calendar) {
        CalendarTable.Entry present = found(calendar.code());
        if (BuiltInCalendars.find(calendar.code()).isPresent()) {
            throw MarketRefused.of(Kind.CONFLICT, "built-in", "", calendar.code() + " comes with the product and stays as it is; add exceptions, or make a calendar of your own");
        }
        if (present.version() != version || !calendars.change(version, calendar)) {
            throw MarketRefused.of(Kind.STALE, "stale", "#If-Match", "the calendar is at version " + present.version() + " by now");
        }
        fit(calendar, calendars.exceptions(calendar.code()).stream().map(CalendarTable.ExceptionRow::special).toList());
        LOG.log(Level.INFO, "calendar changed: code={0} version={1} actor={2}", calendar.code(), version + 1, actor());
        return recount(calendar.code());
    }

    /** Days are other than the rules say, all of them or none. @throws MarketRefused with all that do not fit the hours */
    public Optional<Job> except(String code, List<SpecialDay> days) {
        fit(found(code).calendar(), days);
        calendars.except(code, days, actor());
        LOG.log(Level.INFO, "calendar exceptions added: code={0} days={1} actor={2}", code, days.size(), actor());
        return recount(code);
    }

    /** The day is as the rules say again. */
    public Optional<Job> asRules(String code, LocalDate day) {
        found(code);
        if (!calendars.asRules(code, day)) {
            throw MarketRefused.of(Kind.MISSING, "not-found", "", "no exception of " + code + " on " + day);
        }
        LOG.log(Level.INFO, "calendar exception removed: code={0} day={1} actor={2}", code, day, actor());
        return recount(code);
    }

    private static void fit(TradingCalendar calendar, List<SpecialDay> days) {
        List<Fault> faults = new ArrayList<>();
        for (int at = 0; at < days.size(); at++) {
            String against = calendar.hours().against(days.get(at));
            if (against != null) {
                faults.add(new Fault("/" + at + "/closes", "overlap", days.get(at).day() + ": " + against));
            }
        }
        if (!faults.isEmpty()) {
            throw new MarketRefused(Kind.INVALID, faults);
        }
    }

    /** Locked, so that hours and an exception that does not fit them cannot come at the same time. */
    private CalendarTable.Entry found(String code) {
        calendars.lock(code);
        return calendars.find(code).orElseThrow(() -> MarketRefused.of(Kind.MISSING, "not-found", "", "no calendar '" + code + "'"));
    }

    private Optional<Job> recount(String code) {
        return calendars.instruments(code).isEmpty() ? Optional.empty()
                : Optional.of(jobs.run(MarketLook.KIND, "Count the gaps of " + code + " anew", new MarketLook.Wanted(code)));
    }

    private String actor() {
        return context.getCallerPrincipal().getName();
    }
}
