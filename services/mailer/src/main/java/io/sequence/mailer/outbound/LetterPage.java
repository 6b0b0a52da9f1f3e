package io.sequence.mailer.outbound;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.sequence.mailer.domain.Sheet;
import java.util.List;

/** The one layout of all mails, as text and as HTML, checked against the sheet by the build. */
record LetterPage(Sheet sheet) implements TemplateInstance {
    private static final String TEXT = "text/plain";
    private static final String HTML = "text/html";
    private static final int WIDTH = 72;

    /**
     * A sheet on the layout.
     *
     * @param text as plain text
     * @param html the same as HTML, every word of it escaped
     */
    record Printed(Sheet sheet, String text, String html) {}

    /** Lays a sheet out. */
    static Printed print(Sheet sheet) {
        var page = new LetterPage(sheet);
        return new Printed(sheet, Columns.of(page.as(TEXT), WIDTH), page.as(HTML));
    }

    private String as(String contentType) {
        Variant variant =
                ((List<?>) getAttribute(TemplateInstance.VARIANTS))
                        .stream()
                                .map(Variant.class::cast)
                                .filter(v -> v.getContentType().startsWith(contentType))
                                .findFirst()
                                .orElseThrow();
        return setAttribute(TemplateInstance.SELECTED_VARIANT, variant).render();
    }
}
