package entrepot.inventory.retail.server;

/** A row that was not posted. @param fileNo with {@code lineNo} the place in the list */
public record Rejection(int fileNo, long lineNo, String fileName, String fate, String reason, String rowText) {}
