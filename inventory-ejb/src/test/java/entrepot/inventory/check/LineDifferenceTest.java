package entrepot.inventory.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an auditor reads where a posting does not say what was sealed. */
class LineDifferenceTest {

    private static final String SEALED = "2|1034|0c6f|SALE|2026-11-25|2026-11-25T10:00:00Z|2026-11-25T10:00:01Z|anna|T-17||||GBP;"
            + "M|7|0|31|2|-2000000|4|;V|8|7|DIRECT|-300;J|1200|-300|7;J|5000|300|7;J|1000|1000|;J|4000|-1000|;"
            + "A|sale||TILL|1000|0|0|1000;A|sale_line|7|31|2026-11-25|2000000|5|1000|0|1000|0;A|tender|0|CASH|1000;";

    private static LineDifference with(String what, String by) {
        assertThat(SEALED).contains(what);
        return LineDifference.between(SEALED, SEALED.replace(what, by)).orElseThrow();
    }

    @Test
    void equalLinesDoNotDiffer() {
        assertThat(LineDifference.between(SEALED, SEALED)).isEmpty();
    }

    @Test
    void aChangedAmountIsNamedByItsLine() {
        assertThat(with("J|5000|300|7;", "J|5000|301|7;"))
                .isEqualTo(new LineDifference("journal line 2: amount 300", "journal line 2: amount 301"));
    }

    @Test
    void aDroppedRecordLeavesNothing() {
        assertThat(with("V|8|7|DIRECT|-300;", ""))
                .isEqualTo(new LineDifference("value entry 8: number 8, movement 7, kind DIRECT, amount -300", "nothing"));
    }

    @Test
    void anAddedRecordWasNotExpected() {
        assertThat(with("A|tender|0|CASH|1000;", "A|tender|0|CASH|1000;A|tender|1|CARD|5;"))
                .isEqualTo(new LineDifference("nothing", "row of tender: line_no 1, kind CARD, amount 5"));
    }

    @Test
    void theHeadOfThePostingIsNamedByItsFields() {
        assertThat(with("anna|T-17", "bert|T-17")).isEqualTo(new LineDifference("actor anna", "actor bert"));
    }

    @Test
    void rowsOfASaleAreNamedByTheirColumns() {
        assertThat(with("2000000|5|1000", "2000000|5.5|1000"))
                .isEqualTo(new LineDifference("row of sale_line: unit_price 5", "row of sale_line: unit_price 5.5"));
    }

    @Test
    void groundsThatWereNotThereAreNamedWithTheirMovement() {
        assertThat(with("M|7|0|31|2|-2000000|4|;", "M|7|0|31|2|-2000000|4|;G||50|||;"))
                .isEqualTo(new LineDifference("nothing", "grounds of movement 7: stated 50"));
    }

    @Test
    void aRowThatContradictsAnotherSaysBoth() {
        assertThat(LineDifference.between(SEALED, SEALED + "X|movement 7|kind|SALE|ISSUE;"))
                .contains(new LineDifference("movement 7: kind SALE", "movement 7: kind ISSUE"));
    }

    @Test
    void aPostingThatIsGoneIsNamedAsPeopleKnowIt() {
        assertThat(LineDifference.between(SEALED, null))
                .contains(new LineDifference("SALE of 2026-11-25, reference T-17, id 0c6f", "no such posting"));
    }
}
