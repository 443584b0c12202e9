package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Ratio;
import entrepot.inventory.catalogue.Unit;
import entrepot.inventory.catalogue.UnitOfMeasure;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "unit")
public class UnitRow extends CodedRow<Unit> {

    @Column(nullable = false)
    private String dimension;

    @Column(nullable = false)
    private long numerator;

    @Column(nullable = false)
    private long denominator;

    @Override
    void take(Unit entry) {
        super.take(entry);
        take(entry.name(), entry.active());
        UnitOfMeasure measure = entry.measure();
        dimension = measure.dimension().name();
        numerator = measure.size().numerator();
        denominator = measure.size().denominator();
    }

    @Override
    Unit entry() {
        return new Unit(code(), name(), dimension, new Ratio(numerator, denominator).toString(), active());
    }
}
