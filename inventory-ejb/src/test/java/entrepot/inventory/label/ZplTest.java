package entrepot.inventory.label;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.gs1.ElementString;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a label printer is sent, by the rules of ZPL II. */
class ZplTest {

    private static final Label LOT = Label.of("Milk", "MILK-1", "09506000134352", false, "L_7>", LocalDate.of(2026, 12, 31));

    @Test
    void aSquareStartsWithFnc1AndWritesAnUnderscoreTwice() {
        assertThat(print(Symbology.DATAMATRIX, LOT)).contains("^BXN,4,200,,,,_^FH\\^FD_101095060001343521726123110L__7>^FS");
    }

    @Test
    void barsStartWithPairsOfDigitsAndGoOnByCharacter() {
        assertThat(print(Symbology.CODE128, LOT)).contains("^BCN,72,N,N,N,N^FH\\^FD>;>801095060001343521726123110>6L_7><^FS");
        Label serial = Label.of("Pump", "P", "09506000134352", true, "S1", null);
        assertThat(print(Symbology.CODE128, serial)).contains("^FD>;>8010950600013435221>6S1^FS");
    }

    @Test
    void aSeparatorInsideIsFnc1() {
        Label both = new Label("Pump", "P", "L1", null, ElementString.parse("(01)09506000134352(10)L1(21)S1"));
        assertThat(print(Symbology.DATAMATRIX, both)).contains("_1010950600013435210L1_121S1^FS");
        assertThat(print(Symbology.CODE128, both)).contains(">6L1>821S1^FS");
    }

    @Test
    void aNameIsNoCommand() {
        Label odd = Label.of("50 \\ ^XZ ~JA Łódź", "MAIN", null, false, null, null);
        String zpl = print(Symbology.DATAMATRIX, odd);
        assertThat(zpl).contains("^FD50 \\5C \\5EXZ \\7EJA Łódź^FS", "^CI28", "^FDMAIN^FS");
        assertThat(zpl.split("\\^XZ", -1)).as("one format").hasSize(2);
        assertThat(zpl).doesNotContain("~");
    }

    @Test
    void dotsFollowThePrinter() {
        Zpl fine = new Zpl(300, 57, 32, Symbology.DATAMATRIX);
        assertThat(fine.print(List.of(new Copies(LOT, 3)))).startsWith("^XA^CI28^PW673^LL378").contains("^BXN,6,200", "^PQ3\n^XZ");
    }

    private static String print(Symbology symbology, Label label) {
        return new Zpl(203, 57, 32, symbology).print(List.of(new Copies(label, 1)));
    }
}
