package io.sequence.intake.outbound.submission;

import io.sequence.faults.ApiFault;
import io.sequence.intake.domain.submission.Applicant;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.servicebase.ApiException;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ClientId;
import io.sequence.vocabulary.StrategyId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who submits, as the rules need it: account and invitations in one look. */
@ApplicationScoped
public class Applicants {
    private static final String FIND =
            "select a.id, a.email, a.name, a.client_number, a.anti_phishing_code,"
                    + " a.support_clearance = 'needed' as support_first, array(select i.strategy_id"
                    + " from invitation i where i.account_id = a.id) as invitations from account a"
                    + " where a.id = any (?)";

    private final DataSource dataSource;
    private final Gathering<AccountId, Optional<Applicant>> gathering;

    Applicants(
            DataSource dataSource,
            @ConfigProperty(name = "sequence.submissions.lanes", defaultValue = "2") int lanes,
            @ConfigProperty(name = "sequence.submissions.together", defaultValue = "32") int most) {
        this.dataSource = dataSource;
        this.gathering = new Gathering<>(lanes, most, this::findAll);
    }

    /**
     * The applicant behind a signed-in account, as it stands after the call began.
     *
     * @throws ApiException {@code UNAUTHORIZED} when the account is not there any more
     */
    public Applicant find(AccountId account) {
        return gathering.ask(account).orElseThrow(() -> new ApiException(ApiFault.UNAUTHORIZED));
    }

    private List<Optional<Applicant>> findAll(List<AccountId> accounts) {
        var found = new HashMap<AccountId, Applicant>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, accounts.stream().map(AccountId::value).toArray(UUID[]::new));
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    var account = new AccountId(row.getObject("id", UUID.class));
                    found.put(account, read(account, row));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("account", e);
        }
        return accounts.stream().map(account -> Optional.ofNullable(found.get(account))).toList();
    }

    private static Applicant read(AccountId account, ResultSet row) throws SQLException {
        String name = row.getString("name");
        String[] invitations = (String[]) row.getArray("invitations").getArray();
        return new Applicant(
                account,
                row.getString("email"),
                name,
                new ClientId(row.getLong("client_number"), name).toString(),
                row.getString("anti_phishing_code"),
                row.getBoolean("support_first"),
                Arrays.stream(invitations)
                        .map(StrategyId::new)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
