package entrepot.launcher;

import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Says whether Entrepot runs on the data folder, and where. Exit code 3: it does not.")
final class Status implements Callable<Integer> {

    private static final int NOT_RUNNING = 3;

    @Override
    public Integer call() {
        DataFolder data = DataFolder.at(Entrepot.settings().data());
        Leftovers processes = new Leftovers(data);
        boolean running = processes.find("launcher").isPresent();
        System.out.println(running ? running(data) : "Entrepot does not run on " + data.top());
        for (String name : new String[] {"launcher", "server", "database"}) {
            processes.find(name).ifPresent(process -> System.out.printf("    %-9s process %d%n", name, process.pid()));
        }
        return running ? 0 : NOT_RUNNING;
    }

    private static String running(DataFolder data) {
        URI url = URI.create(RunFile.url(data));
        return "Entrepot " + (Ports.answers(url.getHost(), url.getPort()) ? "runs at " : "is starting at ") + url + " on "
                + data.top();
    }
}
