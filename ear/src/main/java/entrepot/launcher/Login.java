package entrepot.launcher;

/** A name and its password. */
public record Login(String name, String password) {

    @Override
    public String toString() {
        return name;
    }
}
