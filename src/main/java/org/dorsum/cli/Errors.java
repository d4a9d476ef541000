package org.dorsum.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.dorsum.batch.WorkerException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Failures as one line for people. */
final class Errors {
    static final int WRONG_USAGE = 2;

    private Errors() {}

    /** Wrong usage: what is wrong, and where help is. */
    static int wrongUsage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + oneLine(e.getMessage()));
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try '" + name + " --help'.");
        return WRONG_USAGE;
    }

    /** Anything else: one line, with the stack trace only if asked for. */
    static int failed(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println("dorsum: " + text(e));
        if (parsed.hasMatchedOption("--verbose")
                || (parsed.hasSubcommand() && parsed.subcommand().hasMatchedOption("--verbose"))) {
            e.printStackTrace(err);
        }
        return 1;
    }

    /** The failure in one line. */
    static String text(Throwable e) {
        if (e instanceof OutputException || e instanceof WorkerException) {
            return oneLine(e.getMessage());
        }
        if (e instanceof IOException io) {
            return oneLine(io(io));
        }
        return oneLine("unexpected " + e + " (--verbose shows more)");
    }

    /** What the system says about a file, in words. */
    static String io(IOException e) {
        return e instanceof FileSystemException f ? f.getFile() + ": " + reason(e) : reason(e);
    }

    /** The same without naming the file. */
    static String reason(IOException e) {
        if (!(e instanceof FileSystemException f)) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return "this is not permitted";
        }
        if (e instanceof NotDirectoryException) {
            return "this is not a folder";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "this exists and is not a folder";
        }
        return f.getReason() == null ? "the system refused" : f.getReason();
    }

    static String oneLine(@Nullable String text) {
        return String.valueOf(text).replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
