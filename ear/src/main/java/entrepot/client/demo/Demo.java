package entrepot.client.demo;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "demo", description = "A made-up company to look at the product with.", subcommands = Demo.Load.class)
public final class Demo implements Runnable {

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    @Command(name = "load", description = "Loads the demo company into an empty book, or goes on with a load that was cut off.")
    static final class Load implements Runnable {

        @Override
        public void run() {
            new DemoLoad(entrepot.client.Rest.on(entrepot.launcher.Entrepot.data()), System.out).load(java.time.LocalDate.now());
        }
    }
}
