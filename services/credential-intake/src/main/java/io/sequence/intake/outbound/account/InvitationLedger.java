package io.sequence.intake.outbound.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.intake.domain.support.SupportKind;
import io.sequence.intake.outbound.support.SupportLedger;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.StrategyId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Which accounts were invited to strategies that are not open to all, and who invited them. */
@ApplicationScoped
public class InvitationLedger {
    private static final String ALL =
            "select strategy_id from invitation where account_id = ? order by strategy_id";
    private static final String INVITE =
            "with i as (insert into invitation (account_id, strategy_id) values (?, ?)"
                    + " on conflict do nothing returning account_id) ";
    private static final String WITHDRAW =
            "with i as (delete from invitation where account_id = ? and strategy_id = ?"
                    + " returning account_id) ";
    private static final String NOTE =
            "insert into account_change (account_id, changed_by, field, old_value, new_value,"
                + " request_id, changed_at) select i.account_id, ?, 'invitation', ?, ?, ?, ? from"
                + " i";

    private final DataSource dataSource;
    private final SupportLedger support;

    InvitationLedger(DataSource dataSource, SupportLedger support) {
        this.dataSource = dataSource;
        this.support = support;
    }

    /** The strategies that an account was invited to. */
    public List<String> of(AccountId account) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(ALL)) {
            find.setObject(1, account.value());
            try (ResultSet row = find.executeQuery()) {
                var strategies = new ArrayList<String>();
                while (row.next()) {
                    strategies.add(row.getString(1));
                }
                return strategies;
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("invitation", e);
        }
    }

    /**
     * Invites an account, and notes who did; nothing is noted when it was invited before. What
     * waited for it is closed.
     */
    public void invite(AccountId account, StrategyId strategy, AccountLedger.Change change) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            write(INVITE + NOTE, account, strategy, null, strategy.value(), change);
                            support.settle(account, SupportKind.INVITATION, strategy, change.act());
                        });
    }

    /** Takes an invitation back, and notes who did; nothing is noted when there was none. */
    public void withdraw(AccountId account, StrategyId strategy, AccountLedger.Change change) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                write(
                                        WITHDRAW + NOTE,
                                        account,
                                        strategy,
                                        strategy.value(),
                                        null,
                                        change));
    }

    private void write(
            String statement,
            AccountId account,
            StrategyId strategy,
            @Nullable String before,
            @Nullable String after,
            AccountLedger.Change change) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement write = connection.prepareStatement(statement)) {
            write.setObject(1, account.value());
            write.setString(2, strategy.value());
            write.setObject(3, change.by().value());
            write.setString(4, before);
            write.setString(5, after);
            write.setString(6, change.requestId());
            write.setObject(7, change.at().atOffset(ZoneOffset.UTC));
            write.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble("invitation", e);
        }
    }
}
