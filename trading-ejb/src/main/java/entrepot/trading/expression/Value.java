package entrepot.trading.expression;

import entrepot.trading.indicator.Definition;

/**
 * What a part of a rule turned out to be.
 *
 * @param slot      where its number stands while a program runs
 * @param constant  its number, of a {@link Type#CONSTANT}
 * @param indicator whose first line it is, or null
 */
record Value(Type type, int slot, double constant, Definition indicator) {

    static Value of(Type type, int slot) {
        return new Value(type, slot, Double.NaN, null);
    }

    boolean isConstant() {
        return type == Type.CONSTANT;
    }
}
