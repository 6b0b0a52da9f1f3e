package io.sequence.mailer.outbound;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.sequence.mailer.domain.Sheet;
import java.util.List;

/** The one layout of all mails, as text and as HTML, checked against the sheet by the build. */
record LetterPage(Sheet sheet) implements TemplateInstance {
    private static final String TEXT = "text/plain";
    private static final String HTML = "text/html";

    /** The sheet as plain text. */
    static String text(Sheet sheet) {
        return new LetterPage(sheet).as(TEXT);
    }

    /** The sheet as HTML, every word of it escaped. */
    static String html(Sheet sheet) {
        return new LetterPage(sheet).as(HTML);
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
