package entrepot.trading.strategy.server;

/** What is kept under a name in versions that stay: a save names the version it was made from. */
public record Versions(String kind, String name, int latest) {

    /**
     * @param seen 0 for a new name
     * @return the version to save
     * @throws SaveRefused where the name is there already, is not there, or has a later version than was seen
     */
    public int after(int seen) {
        if (seen == 0 && latest > 0) {
            throw new SaveRefused("exists", "there is a " + kind + " '" + name + "' already, version " + latest);
        }
        if (seen > 0 && latest == 0) {
            throw new SaveRefused("unknown", "no " + kind + " '" + name + "'");
        }
        if (seen != latest) {
            throw stale(latest);
        }
        return seen + 1;
    }

    /** Of a version that somebody else saved first. */
    public SaveRefused stale(int there) {
        return new SaveRefused("stale", kind + " '" + name + "' was changed meanwhile, to version " + there + ": read it again and repeat");
    }
}
