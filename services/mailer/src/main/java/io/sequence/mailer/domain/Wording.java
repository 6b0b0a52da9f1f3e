package io.sequence.mailer.domain;

/** Says a letter in words: the one place where mails are worded. */
public final class Wording {
    private final String consoleUrl;

    /**
     * Words with links to the console.
     *
     * @param consoleUrl where people sign in, e.g. {@code http://localhost:8080}
     */
    public Wording(String consoleUrl) {
        this.consoleUrl = consoleUrl.replaceFirst("/+$", "");
    }

    /** What the letter says to that recipient. */
    public Sheet sheet(Letter letter, Addressee to, Background known) {
        var draft = new SheetDraft(to, known, consoleUrl);
        return switch (letter) {
            case Letter.Received(var event) -> SubmissionWords.received(draft, event);
            case Letter.Delayed(var event) -> SubmissionWords.delayed(draft, event);
            case Letter.Rejected(var event) -> SubmissionWords.rejected(draft, event);
            case Letter.RefreshRejected(var event) -> SubmissionWords.refreshRejected(draft, event);
            case Letter.Refreshed(var event) -> SubmissionWords.refreshed(draft, event);
            case Letter.Disconnected(var event) -> SubmissionWords.disconnected(draft, event);
            case Letter.Launched(var event) -> StrategyWords.launched(draft, event);
            case Letter.Paused(var event) -> StrategyWords.paused(draft, event);
            case Letter.Resumed(var event) -> StrategyWords.resumed(draft, event);
            case Letter.Failing(var event) -> WatchWords.failing(draft, event);
            case Letter.StillFailing(var event) -> WatchWords.stillFailing(draft, event);
            case Letter.Recovered(var event) -> WatchWords.recovered(draft, event);
            case Letter.KeyChanged(var event) -> ChangeWords.changed(draft, event);
            case Letter.Several(var template, var _) ->
                    SeveralWords.of(draft, template, known.others());
            case Letter.TestAlert(var event) -> AccountWords.testAlert(draft, event.requestedAt());
            case Letter.Expiring(var event) -> WatchWords.expiring(draft, event, consoleUrl);
            case Letter.Expired(var event) -> WatchWords.expired(draft, event);
            case Letter.OfAccount(var event) -> AccountWords.of(draft, event);
            case Letter.Notice(var event) -> AccountWords.of(draft, event);
        };
    }
}
