package entrepot.web.page;

import entrepot.trading.market.Holidays;
import entrepot.trading.market.TradingCalendar;
import entrepot.trading.market.server.CalendarBoard;
import entrepot.trading.market.server.MarketRefused;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.CalendarIntake;
import entrepot.web.language.Language;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** When does it trade? All calendars, and the form of one. */
@Named
@RequestScoped
public class CalendarsPage {

    @EJB
    private CalendarBoard board;

    @Inject
    private CalendarIntake intake;

    @Inject
    private CatalogueForm form;

    @Inject
    private Sent sent;

    @Inject
    private Faults faults;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private List<CalendarBoard.Line> lines;
    private boolean stale;

    public String create() {
        return kept(sent.code("code"), intake::create);
    }

    public String save(String code) {
        return kept(code, calendar -> intake.change(form.version(), calendar));
    }

    private String kept(String code, Consumer<TradingCalendar> act) {
        try {
            TradingCalendar calendar = new CalendarIntake.Body(code, sent.text("name"), sent.text("zone"), sent.text("opens"), sent.text("closes"), sent.texts("days"), sent.text("holidays")).read();
            act.accept(calendar);
            notes.good(show.word("form", "kept"));
            return "calendar.xhtml?faces-redirect=true&code=" + calendar.code();
        } catch (ApiProblem wrong) {
            faults.note(wrong);
        } catch (MarketRefused refused) {
            stale = refused.kind() == MarketRefused.Kind.STALE;
            refused.faults().forEach(fault -> faults.note("", stale ? show.word("form", "stale") : fault.detail()));
        }
        return null;
    }

    /** Whether somebody else changed it since the form was opened. */
    public boolean isStale() {
        return stale;
    }

    public List<CalendarBoard.Line> getLines() {
        if (lines == null) {
            lines = board.list();
        }
        return lines;
    }

    public List<Holidays> getHolidays() {
        return List.of(Holidays.values());
    }

    public List<DayOfWeek> getWeek() {
        return List.of(DayOfWeek.values());
    }

    /** Whether a session ends on that day of the week, as sent or as kept; Monday to Friday of a new one. */
    public boolean isTicked(DayOfWeek day, TradingCalendar kept) {
        if (form.isSent()) {
            return sent.texts("days").contains(day.name());
        }
        return kept == null ? day.compareTo(DayOfWeek.SATURDAY) < 0 : kept.hours().days().contains(day);
    }

    public String value(String field, Object kept) {
        return form.value(field, kept);
    }

    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Language.here().locale());
    }

    /** Such as Mon, Tue, Wed. */
    public String days(Collection<DayOfWeek> days) {
        return new TreeSet<>(days).stream().map(this::day).collect(Collectors.joining(", "));
    }
}
