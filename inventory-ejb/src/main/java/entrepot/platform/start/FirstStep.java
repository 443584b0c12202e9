package entrepot.platform.start;

import java.util.function.BooleanSupplier;

/**
 * Something to do on the first day.
 *
 * @param role whose day it is
 * @param name of the words that say it
 * @param page where it is done
 * @param done asks the database whether it was done
 */
public record FirstStep(String role, String name, String page, BooleanSupplier done) {}
