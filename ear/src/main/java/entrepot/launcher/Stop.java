package entrepot.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "stop", description = "Stops what runs on the data folder, whoever started it.")
final class Stop implements Callable<Integer> {

    @Override
    public Integer call() {
        DataFolder data = DataFolder.at(Entrepot.settings().data());
        Leftovers processes = new Leftovers(data);
        processes.find("launcher").ifPresent(launcher -> {
            launcher.destroy();
            launcher.onExit().join();
        });
        processes.stop();
        System.out.println("Nothing runs on " + data.top() + " any more.");
        return 0;
    }
}
