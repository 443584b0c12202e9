package entrepot.inventory.retail.server;

/** A file of an import. */
public record ImportFile(String name, long bytes, byte[] sha256) {}
