package entrepot.client.demo;

import java.util.ArrayList;
import java.util.List;

/** Where the demonstration keeps stock, and who buys from it. */
final class DemoPlaces {

    /**
     * @param share   of all sales
     * @param display steps of every item that stay on the shelf
     */
    record Place(String code, String name, double share, int display) {}

    record Customer(String code, String name) {}

    /** What is bought comes here; the others are supplied from it. */
    static final Place DOCK = new Place("DOCK", "Dockside warehouse, London", 0.5, 0);
    static final List<Place> ALL = List.of(
            DOCK, new Place("LEEDS", "Leeds depot", 0.3, 0), new Place("BRISTOL", "Bristol trade counter", 0.2, 10));

    private static final String[] TOWNS = {"Ashford", "Bath", "Carlisle", "Derby", "Exeter", "Falmouth", "Grimsby", "Hull"};
    private static final String[] TRADES = {"Electrical", "Motor Rewinds", "Coffee House", "Hotel", "Delicatessen", "Cable Supplies"};

    private DemoPlaces() {}

    static List<Customer> customers() {
        List<Customer> customers = new ArrayList<>();
        for (String town : TOWNS) {
            for (String trade : TRADES) {
                customers.add(new Customer(String.format("C%03d", customers.size() + 1), town + " " + trade));
            }
        }
        return customers;
    }
}
