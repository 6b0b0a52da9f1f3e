package io.sequence.servers;

import static io.sequence.servers.PageFrame.escape;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each kind of mail looks like: a folder with {@code <name>.html} and {@code <name>.txt} for
 * each, laid there by whoever writes the mails.
 */
final class Previews {
    private static final String HTML = ".html";
    private static final String PATH = "/previews/";
    private static final String DARK = "@media (prefers-color-scheme: dark)";
    private static final String BOTH = "light dark";
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,80}");
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");

    private final @Nullable Path folder;

    /**
     * Shows a folder.
     *
     * @param folder null, or one that does not exist, when there is nothing to show
     */
    Previews(@Nullable Path folder) {
        this.folder = folder;
    }

    /** The answer below {@code /previews}; empty when there is no such page. */
    Optional<HttpAnswer> answer(String path) throws IOException {
        if (path.equals("/previews")) {
            return Optional.of(HttpAnswer.page(list()));
        }
        if (!path.startsWith(PATH)) {
            return Optional.empty();
        }
        String name = path.substring(PATH.length());
        if (name.endsWith(HTML)) {
            String[] parts = name.split("\\.", -1);
            String scheme = parts.length == 3 ? parts[1] : "";
            return read(parts[0], HTML).map(html -> HttpAnswer.mailed(seen(html, scheme)));
        }
        Optional<String> html = read(name, HTML);
        return html.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        HttpAnswer.page(one(name, html.get(), read(name, ".txt").orElse(""))));
    }

    private String list() throws IOException {
        StringBuilder page = new StringBuilder("<h1>What mails look like</h1>");
        List<String> names = names();
        if (names.isEmpty()) {
            page.append("<p>No previews: build the mailer first.</p>");
        } else {
            page.append("<ul class=\"mails\">");
            for (String name : names) {
                page.append(
                        "<li><a href=\"%s%s\"><span class=\"to\">%s</span><strong class=\"what\">%s</strong></a></li>"
                                .formatted(PATH, name, name, title(read(name, HTML).orElse(""))));
            }
            page.append("</ul>");
        }
        return PageFrame.of(PageFrame.Place.PREVIEWS, "Previews of mails", "", page.toString());
    }

    private static String one(String name, String html, String text) {
        StringBuilder page = new StringBuilder();
        page.append("<h1>").append(title(html)).append("</h1><p class=\"soft\">").append(name);
        page.append(
                ". <a href=\"%s%s.html\">By itself</a></p><div class=\"frames\">"
                        .formatted(PATH, name));
        for (String width : List.of("narrow", "wide")) {
            frames(page, name, width);
        }
        page.append("</div><h2>Text</h2><pre>").append(escape(text)).append("</pre>");
        return PageFrame.of(PageFrame.Place.PREVIEWS, name, "", page.toString());
    }

    private static void frames(StringBuilder page, String name, String width) {
        for (String scheme : List.of("light", "dark")) {
            String look = width + " " + scheme;
            page.append("<figure><figcaption>").append(look).append("</figcaption>");
            page.append(PageFrame.frame(look, PATH + name + "." + scheme + HTML, width));
            page.append("</figure>");
        }
    }

    /** As somebody sees it who prefers that colour scheme, whatever the looker prefers. */
    private static String seen(String html, String scheme) {
        return switch (scheme) {
            case "light", "dark" ->
                    html.replace(DARK, scheme.equals("dark") ? "@media all" : "@media not all")
                            .replace(BOTH, scheme);
            default -> html;
        };
    }

    /** The title is HTML already. */
    private static String title(String html) {
        Matcher title = TITLE.matcher(html);
        return title.find() ? title.group(1) : "";
    }

    private List<String> names() throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(HTML))
                    .map(name -> name.substring(0, name.length() - HTML.length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    private Optional<String> read(String name, String kind) throws IOException {
        if (folder == null || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Path file = folder.resolve(name + kind);
        return Files.isRegularFile(file)
                ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
