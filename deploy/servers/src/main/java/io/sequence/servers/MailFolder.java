package io.sequence.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Mails as files of one folder, on the disk before a sender hears that they were taken. */
final class MailFolder {

    private static final Logger LOG = Logger.getLogger(MailFolder.class.getName());
    private static final String SUFFIX = ".eml";

    private final Path folder;
    private final Clock clock;
    private final ConcurrentSkipListMap<String, Mail> mails =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private long lastNumber;

    MailFolder(Path folder, Clock clock) throws IOException {
        this.folder = WholeFile.folder(folder);
        this.clock = clock;
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(SUFFIX)).forEach(this::remember);
        }
        lastNumber = mails.isEmpty() ? 0 : Long.parseLong(mails.firstKey(), 16);
    }

    /** Keeps a mail for good. */
    synchronized Mail add(byte[] bytes) throws IOException {
        Instant now = clock.instant();
        // Microseconds of arrival, made to rise: the name tells both when and after which.
        long number =
                Math.max(
                        lastNumber + 1,
                        Math.addExact(now.getEpochSecond() * 1_000_000L, now.getNano() / 1_000));
        String id = String.format("%016x", number);
        Mail mail = Mail.read(id, now, bytes);
        WholeFile.write(folder.resolve(id + SUFFIX), bytes);
        lastNumber = number;
        mails.put(id, mail);
        return mail;
    }

    /** All mails, newest first. */
    List<Mail> all() {
        return List.copyOf(mails.values());
    }

    Optional<Mail> find(String id) {
        return Optional.ofNullable(mails.get(id));
    }

    /** The mail's bytes as they were received; empty when it is gone. */
    Optional<byte[]> source(String id) throws IOException {
        if (!mails.containsKey(id)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(id + SUFFIX)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    synchronized void clear() throws IOException {
        for (String id : mails.keySet()) {
            Files.deleteIfExists(folder.resolve(id + SUFFIX));
            mails.remove(id);
        }
    }

    private void remember(Path file) {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - SUFFIX.length());
        try {
            long micros = Long.parseLong(id, 16);
            Instant created = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
            mails.put(id, Mail.read(id, created, Files.readAllBytes(file)));
        } catch (NumberFormatException | IOException e) {
            LOG.log(Level.WARNING, "left out of the inbox: " + file, e);
        } catch (UncheckedIOException e) {
            throw new IllegalStateException(e);
        }
    }
}
