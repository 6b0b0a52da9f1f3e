package io.sequence.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** What the script {@code sequence} runs: {@code up [--reset]}, {@code down}, {@code status}. */
public final class SequenceCommand {

    private SequenceCommand() {}

    /** Exits with 0 when it was done, 1 when it was not, 2 when it was not understood. */
    public static void main(String[] args) throws InterruptedException {
        System.exit(run(List.of(args), System.out, System.err));
    }

    private static int run(List<String> args, PrintStream out, PrintStream err)
            throws InterruptedException {
        HouseFiles files = HouseFiles.fromEnvironment();
        try {
            switch (args.isEmpty() ? "" : args.getFirst()) {
                case "up" -> {
                    if (!List.of("--reset").containsAll(args.subList(1, args.size()))) {
                        err.println("usage: ./sequence up [--reset] [--detach]");
                        return 2;
                    }
                    new UpCommand(files, System.getenv(), out).run(args.contains("--reset"));
                    return 0;
                }
                case "down" -> {
                    new DownCommand(files, out).run();
                    return 0;
                }
                case "train" -> {
                    new TrainCommand(files.sources()).run();
                    return 0;
                }
                case "status" -> {
                    return new StatusCommand(files, out).run() ? 0 : 1;
                }
                default -> {
                    err.println("usage: ./sequence up | down | status");
                    return 2;
                }
            }
        } catch (HouseTrouble e) {
            err.println(e.getMessage());
            return 1;
        } catch (IOException e) {
            err.println("The house's files cannot be used: " + e);
            return 1;
        }
    }
}
