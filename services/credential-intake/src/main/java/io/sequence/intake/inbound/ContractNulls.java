package io.sequence.intake.inbound;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.sequence.intake.domain.asset.AssetTotal;
import io.sequence.intake.domain.asset.Holding;
import io.sequence.intake.domain.history.Point;
import io.sequence.intake.outbound.alerts.DeliveryView;
import io.sequence.intake.outbound.connection.AssetBook;
import io.sequence.intake.outbound.connection.ConnectionView;
import io.sequence.intake.outbound.connection.DriftLedger;
import io.sequence.intake.outbound.connection.HistoryView;
import io.sequence.intake.outbound.connection.SubmissionView;
import io.sequence.intake.outbound.support.AccountSummary;
import io.sequence.intake.outbound.support.BudgetView;
import io.sequence.intake.outbound.support.IncidentView;
import io.sequence.intake.outbound.support.MailView;
import io.sequence.intake.outbound.support.OperatorMail;
import io.sequence.intake.outbound.support.OperatorSubmission;
import io.sequence.intake.outbound.support.SupportMessage;
import io.sequence.intake.outbound.support.SupportRequestView;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Says in the contract's document what may be null in an answer; every field is always there. */
final class ContractNulls {
    private static final List<Class<?>> ANSWERS =
            List.of(
                    ConnectionView.class,
                    ConnectionView.BotView.class,
                    DriftLedger.KeyChanges.class,
                    DriftLedger.KeyChange.class,
                    CalendarLinkResource.CalendarLink.class,
                    CalendarLinkResource.NewCalendarLink.class,
                    SubmissionView.class,
                    SubmissionResource.SubmissionPage.class,
                    HistoryView.class,
                    HistoryView.OutageView.class,
                    Point.class,
                    AssetBook.Assets.class,
                    AssetBook.Silent.class,
                    AssetTotal.class,
                    Holding.class,
                    CatalogueViews.VenueView.class,
                    FaultResource.Faults.class,
                    FaultViews.FaultView.class,
                    SubmissionResource.Received.class,
                    SessionResource.Sessions.class,
                    SessionResource.SessionView.class,
                    MailWishResource.MailWishes.class,
                    MailWishResource.MailWish.class,
                    UnsubscribeResource.Unsubscribed.class,
                    MeAnswer.class,
                    TokenAnswer.class,
                    ChallengeAnswer.class,
                    RegisterAnswer.class,
                    OperatorResource.Accounts.class,
                    AccountSummary.class,
                    OperatorSupportResource.SupportRequests.class,
                    SupportRequestView.class,
                    OperatorSubmissionResource.OperatorSubmissions.class,
                    OperatorSubmission.class,
                    OperatorMessageResource.Sent.class,
                    OperatorMessageResource.Messages.class,
                    SupportMessage.class,
                    SupportResource.Requested.class,
                    MailResource.Mails.class,
                    MailView.class,
                    OperatorMailResource.OperatorMails.class,
                    OperatorMail.class,
                    OperatorIncidentResource.Incidents.class,
                    IncidentView.class,
                    OperatorBudgetResource.Budgets.class,
                    BudgetView.class,
                    BudgetView.LimitView.class,
                    AlertResource.Alerts.class,
                    AlertResource.WishesView.class,
                    AlertResource.QuietTimes.class,
                    AlertResource.ChannelMeans.class,
                    AlertResource.PushKey.class,
                    AlertResource.TestAlert.class,
                    AlertResource.Deliveries.class,
                    DeliveryView.class,
                    ChannelView.class,
                    ChannelResource.ChannelWithSecret.class,
                    TelegramLinkResource.TelegramLink.class,
                    OperatorChannelResource.ChannelStates.class,
                    OperatorChannelResource.ChannelState.class,
                    OperatorBudgetResource.Budgets.class,
                    BudgetView.class,
                    BudgetView.LimitView.class);
    private static final SnakeCaseStrategy WIRE = new SnakeCaseStrategy();

    private ContractNulls() {}

    static void tell(Map<String, Schema> schemas) {
        for (Class<?> answer : ANSWERS) {
            Schema schema = schemas.get(answer.getSimpleName());
            if (schema != null) {
                for (RecordComponent field : answer.getRecordComponents()) {
                    tell(schema, field);
                }
            }
        }
    }

    private static void tell(Schema schema, RecordComponent field) {
        String name = WIRE.translate(field.getName());
        Map<String, Schema> properties = schema.getProperties();
        Schema property = properties == null ? null : properties.get(name);
        if (property == null) {
            return;
        }
        schema.addRequired(name);
        if (field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            schema.addProperty(name, orNull(property));
        }
    }

    private static Schema orNull(Schema property) {
        if (property.getRef() == null) {
            return property.addType(SchemaType.NULL);
        }
        return OASFactory.createSchema()
                .addAnyOf(OASFactory.createSchema().ref(property.getRef()))
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }
}
