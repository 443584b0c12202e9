package entrepot.client.demo;

import java.util.List;

/**
 * Whom the demonstration buys from.
 *
 * @param promised days from order to delivery, as stated
 * @param least    days it really takes, at least
 * @param most     and at most
 */
record DemoSupplier(String code, String name, int promised, int least, int most) {

    static final List<DemoSupplier> ALL = List.of(
            new DemoSupplier("COPPERTON", "Copperton Wire Mills Ltd", 7, 6, 9),
            new DemoSupplier("NORDENAMEL", "Nord Enamel AB", 14, 12, 17),
            new DemoSupplier("CABLEWORKS", "Cableworks of Leeds plc", 10, 8, 12),
            new DemoSupplier("SANTOS", "Santos & Filhos Ltda", 28, 25, 33),
            new DemoSupplier("HARBOUR", "Harbour Roasters Ltd", 5, 4, 7),
            new DemoSupplier("SLOWBOAT", "Slow Boat Roasting Co.", 7, 13, 26),
            new DemoSupplier("PAPERMILL", "Papermill Sundries Ltd", 6, 5, 9));

    static DemoSupplier of(DemoItem item) {
        return ALL.stream().filter(one -> one.code().equals(item.range().supplier)).findFirst().orElseThrow();
    }
}
