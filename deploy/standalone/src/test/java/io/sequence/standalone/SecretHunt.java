package io.sequence.standalone;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Looks for known secrets in bytes: as they are, in hex of both cases, in Base64 and Base64url at
 * each of the three alignments, percent-encoded and escaped as in JSON.
 */
final class SecretHunt {

    /** What is shorter turns up by chance. */
    private static final int SHORTEST = 10;

    private final Map<Integer, List<Form>> byBeginning = new HashMap<>();
    private final boolean[] worthALook = new boolean[1 << 16];

    private record Form(String name, byte[] bytes) {}

    /** Looks for a text from now on. */
    void add(String name, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        add(name, bytes);
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        add(name + " percent-encoded", encoded, secret);
        add(name + " percent-encoded", encoded.replace("+", "%20"), encoded);
        add(name + " in JSON", secret.replace("\"", "\\\"").replace("\n", "\\n"), secret);
    }

    /** Looks for bytes from now on. */
    void add(String name, byte[] secret) {
        form(name, secret);
        form(name + " in hex", HexFormat.of().formatHex(secret));
        form(name + " in hex", HexFormat.of().withUpperCase().formatHex(secret));
        for (int shift = 0; shift < 3; shift++) {
            String standard = base64(secret, shift);
            form(name + " in Base64", standard);
            add(name + " in Base64url", standard.replace('+', '-').replace('/', '_'), standard);
        }
    }

    /** What was found, each as {@code <secret and form> in <where>}. */
    List<String> in(String where, byte[] bytes) {
        List<String> found = new ArrayList<>();
        int window = 0;
        for (int i = 0; i < bytes.length; i++) {
            window = window << 8 | bytes[i] & 0xFF;
            if (i >= 3 && worthALook[folded(window)]) {
                int start = i - 3;
                for (Form form : byBeginning.getOrDefault(window, List.of())) {
                    if (isAt(form.bytes(), bytes, start)) {
                        found.add(form.name() + " in " + where);
                    }
                }
            }
        }
        return found.stream().distinct().toList();
    }

    /** What was found in all files of a folder. */
    List<String> below(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : filesIn(folder)) {
            try {
                found.addAll(
                        in(
                                folder.getParent().relativize(file).toString(),
                                Files.readAllBytes(file)));
            } catch (NoSuchFileException e) {
                continue; // A running house also removes files.
            }
        }
        return found;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()) {
                            files.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException why)
                            throws IOException {
                        if (why instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw why;
                    }
                });
        return files;
    }

    private void add(String name, String form, String unless) {
        if (!form.equals(unless)) {
            form(name, form);
        }
    }

    private void form(String name, String text) {
        form(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void form(String name, byte[] bytes) {
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException(name + " is too short to be recognised");
        }
        int beginning = 0;
        for (int i = 0; i < 4; i++) {
            beginning = beginning << 8 | bytes[i] & 0xFF;
        }
        worthALook[folded(beginning)] = true;
        byBeginning
                .computeIfAbsent(beginning, none -> new ArrayList<>())
                .add(new Form(name, bytes));
    }

    private static int folded(int window) {
        return (window ^ window >>> 16) & 0xFFFF;
    }

    private static boolean isAt(byte[] form, byte[] bytes, int start) {
        return start + form.length <= bytes.length
                && Arrays.equals(form, 0, form.length, bytes, start, start + form.length);
    }

    /** The characters that depend on nothing but the secret, {@code shift} bytes into a stream. */
    private static String base64(byte[] secret, int shift) {
        byte[] shifted = new byte[shift + secret.length];
        System.arraycopy(secret, 0, shifted, shift, secret.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int last = encoded.length() - (shifted.length % 3 == 0 ? 0 : 1);
        return encoded.substring(shift == 0 ? 0 : shift + 1, last);
    }
}
