package io.sequence.simulator.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.simulator.domain.AccountState;
import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.VenueAccount;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The file that simulated accounts rest in: one JSON object a line, the last line of an account
 * counts, a torn last line is passed over. What an admin did is written before the answer; what
 * trading did, within a tenth of a second. The file is rewritten through a neighbour and an atomic
 * rename when it is opened and when it has grown to four times its contents. It holds simulated
 * secrets and is readable by its owner only.
 */
public final class StateFile implements Accounts.Journal, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StateFile.class);
    private static final long WRITE_AFTER_MILLIS = 100;
    private static final long SMALLEST_WORTH_REWRITING = 16L << 20;

    private final Path path;
    private final ObjectMapper mapper;
    private final Map<String, AccountState> found = new LinkedHashMap<>();
    private final Map<String, VenueAccount> known = new LinkedHashMap<>();
    private final Set<VenueAccount> changed = new LinkedHashSet<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("state-file").factory());
    private BufferedWriter writer;
    private long compacted;
    private long grown;

    private StateFile(Path path, ObjectMapper mapper) throws IOException {
        this.path = path;
        this.mapper = mapper;
        load();
        writer = rewrite(new ArrayList<>(found.values()));
        timer.scheduleWithFixedDelay(
                this::flush, WRITE_AFTER_MILLIS, WRITE_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Opens or makes the file, and the folders above it. */
    public static StateFile open(Path path, ObjectMapper mapper) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return new StateFile(path.toAbsolutePath(), mapper);
        } catch (IOException e) {
            throw new UncheckedIOException("the state file cannot be opened", e);
        }
    }

    /** The accounts that the file held when it was opened. */
    public synchronized Collection<VenueAccount> read() {
        found.values().forEach(state -> known.put(state.id(), VenueAccount.of(state)));
        found.clear();
        return List.copyOf(known.values());
    }

    @Override
    public void changed(VenueAccount account) {
        synchronized (changed) {
            changed.add(account);
        }
    }

    @Override
    public void written(VenueAccount account) {
        append(List.of(account));
    }

    @Override
    public void close() {
        timer.shutdown();
        flush();
        try {
            writer.close();
        } catch (IOException e) {
            LOG.warn("the state file could not be closed", e);
        }
    }

    private void flush() {
        List<VenueAccount> batch;
        synchronized (changed) {
            batch = List.copyOf(changed);
            changed.clear();
        }
        try {
            if (!batch.isEmpty()) {
                append(batch);
            }
        } catch (RuntimeException e) {
            LOG.error("simulated accounts could not be written down; trying again", e);
            batch.forEach(this::changed);
        }
    }

    private void append(List<VenueAccount> accounts) {
        // States are taken before this file's lock: an account's lock is never waited for under it.
        List<AccountState> states = accounts.stream().map(VenueAccount::state).toList();
        synchronized (this) {
            try {
                for (int i = 0; i < states.size(); i++) {
                    known.put(states.get(i).id(), accounts.get(i));
                    grown += line(writer, states.get(i));
                }
                writer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("the state file cannot be written", e);
            }
        }
        compactWhenLarge();
    }

    private void compactWhenLarge() {
        List<VenueAccount> all;
        synchronized (this) {
            if (grown < Math.max(SMALLEST_WORTH_REWRITING, 3 * compacted)) {
                return;
            }
            grown = 0;
            all = List.copyOf(known.values());
        }
        List<AccountState> states = all.stream().map(VenueAccount::state).toList();
        synchronized (this) {
            try {
                writer.close();
                writer = rewrite(states);
            } catch (IOException e) {
                throw new UncheckedIOException("the state file cannot be rewritten", e);
            }
        }
        // What changed between taking the states and the rename comes again as a later line.
        all.forEach(this::changed);
    }

    private BufferedWriter rewrite(List<AccountState> states) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        long size = 0;
        try (BufferedWriter out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
            for (AccountState state : states) {
                size += line(out, state);
            }
        }
        compacted = size;
        Files.move(
                fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    private long line(BufferedWriter out, AccountState state) throws IOException {
        String text = mapper.writeValueAsString(state);
        out.write(text);
        out.write('\n');
        return text.length() + 1L;
    }

    private void load() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var lines = Files.lines(path, StandardCharsets.UTF_8)) {
            lines.filter(line -> !line.isBlank()).forEach(this::take);
        }
    }

    private void take(String line) {
        try {
            AccountState state = mapper.readValue(line, AccountState.class);
            found.put(state.id(), state);
        } catch (JsonProcessingException torn) {
            LOG.warnf(
                    "a line of the state file is passed over: it is not whole (%d characters)",
                    line.length());
        }
    }
}
