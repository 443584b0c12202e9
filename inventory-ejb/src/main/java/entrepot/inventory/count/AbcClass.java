package entrepot.inventory.count;

/** How much of the usage an item stands for: A for the few that are most of it, C for the many that are little. */
public enum AbcClass {
    A,
    B,
    C
}
