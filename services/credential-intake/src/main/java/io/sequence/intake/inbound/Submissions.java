package io.sequence.intake.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sequence.faults.ApiFault;
import io.sequence.intake.domain.submission.Applicant;
import io.sequence.intake.domain.submission.Refreshable;
import io.sequence.intake.domain.submission.SubmissionForm;
import io.sequence.intake.domain.submission.SubmissionRules;
import io.sequence.intake.domain.submission.Verdict;
import io.sequence.intake.domain.submission.Verdict.Acceptable;
import io.sequence.intake.domain.submission.Violation;
import io.sequence.intake.domain.support.SupportKind;
import io.sequence.intake.inbound.SubmissionResource.Received;
import io.sequence.intake.outbound.connection.ConnectionBook;
import io.sequence.intake.outbound.submission.Applicants;
import io.sequence.intake.outbound.submission.BodyFingerprint;
import io.sequence.intake.outbound.submission.Intake;
import io.sequence.intake.outbound.submission.SubmissionLedger;
import io.sequence.servicebase.ApiException;
import io.sequence.servicebase.ErrorEnvelope.FieldError;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What comes in as a submission, from its bytes to what is answered, whoever carries it. */
@ApplicationScoped
class Submissions {
    private static final Logger LOG = Logger.getLogger(Submissions.class);

    private final Applicants applicants;
    private final ConnectionBook book;
    private final SubmissionRules rules;
    private final SubmissionLedger ledger;
    private final BodyFingerprint fingerprint;
    private final SupportWaits waits;
    private final ObjectReader json;
    private final Counter received;
    private final Counter refused;
    private final Counter contactSupport;

    Submissions(
            Applicants applicants,
            ConnectionBook book,
            SubmissionRules rules,
            SubmissionLedger ledger,
            BodyFingerprint fingerprint,
            SupportWaits waits,
            ObjectMapper json,
            MeterRegistry meters) {
        this.applicants = applicants;
        this.book = book;
        this.rules = rules;
        this.ledger = ledger;
        this.fingerprint = fingerprint;
        this.waits = waits;
        this.json = json.readerFor(SubmissionForm.class);
        this.received = counter(meters, "received");
        this.refused = counter(meters, "refused");
        this.contactSupport = counter(meters, "contact_support");
    }

    /**
     * Takes one in; returns when it is durable. The bytes are wiped.
     *
     * @throws ApiException saying why not
     */
    Received take(AccountId account, @Nullable String idempotencyKey, byte[] body)
            throws JsonProcessingException {
        try {
            return take(account, once(idempotencyKey, body), read(body));
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    private Received take(AccountId account, Intake.@Nullable Once once, SubmissionForm form) {
        Applicant applicant = applicants.find(account);
        var request = new Intake.Request(applicant, once);
        Optional<Intake.Outcome> before = ledger.answeredBefore(request);
        if (before.isPresent()) {
            return answer(before.get(), rules.note(form));
        }
        Refreshable connection = refreshable(applicant, form);
        return switch (rules.check(form, applicant, connection)) {
            case Acceptable accepted -> receive(request, accepted);
            case Verdict.Unacceptable unacceptable -> {
                refused.increment();
                if (unacceptable.violations().stream().anyMatch(Violation::wantsInvitation)) {
                    waits.note(applicant, SupportKind.INVITATION, form, connection);
                }
                throw ApiException.invalid(
                        unacceptable.violations().stream()
                                .map(
                                        violation ->
                                                new FieldError(
                                                        violation.field(),
                                                        violation.message(),
                                                        violation.code()))
                                .toList());
            }
            case Verdict.ContactSupport support -> {
                contactSupport.increment();
                waits.note(applicant, support.kind(), form, connection);
                throw new ApiException(ApiFault.CONTACT_SUPPORT, support.words());
            }
        };
    }

    private Received receive(Intake.Request request, Acceptable accepted) {
        try {
            Intake.Outcome outcome = ledger.receive(request, accepted);
            (outcome instanceof Intake.Outcome.Received ? received : refused).increment();
            if (outcome instanceof Intake.Outcome.Received durable) {
                LOG.infof(
                        "submission %s received for connection %s",
                        durable.receipt().submissionId(), durable.receipt().connectionId());
            }
            return answer(outcome, accepted.note());
        } finally {
            accepted.credentials().values().forEach(Secret::close);
        }
    }

    private static Received answer(Intake.Outcome outcome, @Nullable String note) {
        return switch (outcome) {
            case Intake.Outcome.Received durable ->
                    new Received(
                            durable.receipt().submissionId().toString(),
                            durable.receipt().connectionId().toString(),
                            "received",
                            note);
            case Intake.Outcome.KeyReused reused ->
                    throw new ApiException(ApiFault.IDEMPOTENCY_KEY_REUSED);
            case Intake.Outcome.Gone gone -> throw ApiException.notFound();
        };
    }

    private @Nullable Refreshable refreshable(Applicant applicant, SubmissionForm form) {
        String named = form.connectionId();
        if (!"refresh".equals(form.type()) || named == null || named.isBlank()) {
            return null;
        }
        // Another account's connection, an ended one and one that never was are the same to the
        // caller.
        Optional<ConnectionId> id = Ids.connection(named);
        return id.flatMap(connection -> book.refreshable(applicant.accountId(), connection))
                .orElseThrow(ApiException::notFound);
    }

    private Intake.@Nullable Once once(@Nullable String key, byte[] body) {
        String read = IdempotencyKeys.read(key);
        return read == null ? null : new Intake.Once(read, fingerprint.of(body));
    }

    private SubmissionForm read(byte[] body) throws JsonProcessingException {
        try {
            SubmissionForm form = json.readValue(body);
            if (form == null) {
                throw new ApiException(ApiFault.BAD_REQUEST, "The body must be a JSON object.");
            }
            return form;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (java.io.IOException e) {
            throw new ApiException(ApiFault.BAD_REQUEST, "The body must be JSON in UTF-8.");
        }
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return meters.counter("sequence.submissions", "outcome", outcome);
    }
}
