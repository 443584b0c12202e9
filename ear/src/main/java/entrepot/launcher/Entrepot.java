package entrepot.launcher;

import entrepot.client.Import;
import entrepot.client.Rest;
import entrepot.client.demo.Demo;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;

/** The command line. {@code ./entrepot} builds what is needed and calls it. */
@Command(
        name = "entrepot",
        description = "One book for the goods a company holds and the positions it trades.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Start.class, Stop.class, Status.class, Backup.class, Restore.class, Import.class, Demo.class, HelpCommand.class},
        footerHeading = "%n",
        footer = {
            "From a source tree also:",
            "  test [MAVEN OPTIONS]     every test; -Pcrash,study the long ones as well",
            "  bench [MAVEN OPTIONS]    measures, and rewrites docs/benchmarks.md",
            "",
            "Environment:",
            "  ENTREPOT_DATA            folder of this instance (data)",
            "  ENTREPOT_HTTPS_PORT      8443",
            "  ENTREPOT_HTTP_PORT       8080, answers only with the way to HTTPS",
            "  ENTREPOT_BIND            address to listen on (127.0.0.1)",
            "  ENTREPOT_ADMIN_PASSWORD  admin's first password, instead of a made one",
            "  ENTREPOT_COMPANY, ENTREPOT_CURRENCY, ENTREPOT_ZONE",
            "                           of the book, at the first start (Entrepot, GBP, Europe/London)",
            "  ENTREPOT_DEMO            no: a first start loads no demo company",
            "  ENTREPOT_USER, ENTREPOT_PASSWORD",
            "                           for import and demo, instead of the admin of the first start",
            "  ENTREPOT_DB_PORT, ENTREPOT_DB_MEMORY",
            "                           of the embedded MariaDB (any free port, 1G)",
            "  ENTREPOT_SERVER_MEMORY   heap of the server (1536m)",
            "  ENTREPOT_SERVER_OPTIONS  further options for the server's Java",
            "",
            "A running MariaDB (11.4 or later) instead of the embedded one, with both users made:",
            "  ENTREPOT_DB_URL          jdbc:mariadb://HOST:PORT/DATABASE",
            "  ENTREPOT_DB_OWNER, ENTREPOT_DB_OWNER_PASSWORD",
            "                           migrates; all privileges on DATABASE with grant option",
            "  ENTREPOT_DB_USER, ENTREPOT_DB_PASSWORD",
            "                           what the server works as; needs no privilege before",
            ""
        })
public final class Entrepot implements Runnable {

    private static final int REFUSED = 2;

    public static void main(String[] arguments) {
        System.exit(commands().execute(arguments));
    }

    static CommandLine commands() {
        CommandLine commands = new CommandLine(new Entrepot());
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof CannotStart || failure instanceof Rest.Refused) {
                System.err.println(failure.getMessage());
                return REFUSED;
            }
            throw failure;
        });
        askable(commands);
        return commands;
    }

    /** Every command says how it is used; 'help' says so by itself. */
    private static void askable(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec().addOption(OptionSpec.builder("-h", "--help").type(boolean.class).usageHelp(true)
                    .description("Says how the command is used.").build());
        }
        command.getSubcommands().values().forEach(Entrepot::askable);
    }

    /** The folder of the instance that a command speaks to. */
    public static Path data() {
        return settings().data();
    }

    static Settings settings() {
        return Settings.from(Path.of(System.getProperty("entrepot.home", ".")).toAbsolutePath().normalize(), System.getenv());
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
