package io.sequence.servers;

/** What all pages of the inbox have around them. */
final class PageFrame {
    private PageFrame() {}

    /** Where one is. */
    enum Place {
        INBOX,
        PREVIEWS
    }

    /**
     * A whole page.
     *
     * @param title plain text
     * @param sought what was searched for, plain text
     * @param main HTML
     */
    static String of(Place place, String title, String sought, String main) {
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <link rel="stylesheet" href="/inbox.css">
        </head>
        <body>
        <header>
        <nav aria-label="Pages"><a href="/"%s>Inbox</a><a href="/previews"%s>Previews</a></nav>
        <form action="/" method="get" role="search">
        <input name="q" type="search" aria-label="Search mails" placeholder="Search words, or to:address" value="%s">
        <button>Search</button>
        </form>
        </header>
        <main>
        %s
        </main>
        </body>
        </html>
        """
                .formatted(
                        escape(title),
                        place == Place.INBOX ? " aria-current=\"page\"" : "",
                        place == Place.PREVIEWS ? " aria-current=\"page\"" : "",
                        escape(sought),
                        main);
    }

    /** Text as HTML. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A frame that runs nothing; a link in it may open a new tab. */
    static String frame(String title, String source, String look) {
        return ("<iframe class=\"%s\" title=\"%s\" src=\"%s\" referrerpolicy=\"no-referrer\""
                        + " sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>")
                .formatted(look, escape(title), escape(source));
    }
}
