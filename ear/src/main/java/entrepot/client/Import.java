package entrepot.client;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "import", description = "Brings files in.", subcommands = ImportOnlineRetail.class)
public final class Import implements Runnable {

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
