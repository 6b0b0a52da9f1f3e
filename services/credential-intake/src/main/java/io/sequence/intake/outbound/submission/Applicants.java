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
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Who submits, as the rules need it: account and invitations in one look. */
@ApplicationScoped
public class Applicants {
    private static final String FIND =
            "select a.email, a.name, a.client_number, a.anti_phishing_code, a.support_clearance ="
                + " 'needed' as support_first, array(select i.strategy_id from invitation i where"
                + " i.account_id = a.id) as invitations from account a where a.id = ?";

    private final DataSource dataSource;

    Applicants(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The applicant behind a signed-in account.
     *
     * @throws ApiException {@code UNAUTHORIZED} when the account is not there any more
     */
    public Applicant find(AccountId account) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, account.value());
            try (ResultSet row = find.executeQuery()) {
                if (!row.next()) {
                    throw new ApiException(ApiFault.UNAUTHORIZED);
                }
                return read(account, row);
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("account", e);
        }
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
