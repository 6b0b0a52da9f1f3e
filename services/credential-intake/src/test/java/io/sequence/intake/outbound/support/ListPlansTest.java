package io.sequence.intake.outbound.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.sequence.intake.SigningKeys;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.VenueId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Has PostgreSQL plan every list over many rows, in a transaction that is taken back. */
@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class ListPlansTest {
    private static final int ACCOUNTS = Integer.getInteger("sequence.test.accounts", 12_000);
    private static final int SUBMISSIONS = 10 * ACCOUNTS;
    private static final AccountId SOMEBODY = new AccountId(new UUID(0x70000L, ACCOUNTS / 2));
    private static final VenueId COMMON = new VenueId("bybit");
    private static final VenueId RARE = new VenueId("kraken");

    TestHouse house;

    @Test
    void looksIntoIndexesOnly() throws SQLException {
        try (Connection connection = house.adminDataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                fill(connection);
                var plans = new ArrayList<String>();
                readEverything(new Statements(planned(connection, plans)));
                assertThat(plans)
                        .hasSize(52)
                        .allSatisfy(plan -> assertThat(plan).doesNotContain("Seq Scan"));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void readEverything(Statements statements) {
        var book = new OperatorBook(statements);
        var support = new SupportLedger(statements);
        var mails = new MailBook(statements);
        Instant middle = Instant.now().minusSeconds(SUBMISSIONS / 2);
        var first = new Window(50, null);
        var later = new Window(50, Window.Place.of(middle, SOMEBODY));
        var laterAccounts = new Window(50, new Window.Place(100_000_000 + ACCOUNTS / 2, ""));
        for (Window window : List.of(first, laterAccounts)) {
            book.accounts(false, null, window);
            book.accounts(true, null, window);
            book.accounts(true, "u7@example.org", window);
        }
        for (Window window : List.of(first, later)) {
            for (String status :
                    new String[] {null, "received", "validating", "accepted", "rejected"}) {
                book.submissions(new OperatorBook.Wanted(status, null, null), window);
                book.submissions(new OperatorBook.Wanted(status, COMMON, null), window);
                book.submissions(new OperatorBook.Wanted(status, RARE, SOMEBODY), window);
            }
            book.submissions(new OperatorBook.Wanted(null, RARE, null), window);
            for (String state : new String[] {null, "open", "closed"}) {
                support.all(new SupportLedger.Wanted(state, null), window);
            }
            support.all(new SupportLedger.Wanted("open", SOMEBODY), window);
            mails.all(new MailBook.Wanted(null, null), window);
            mails.all(new MailBook.Wanted("failed", null), window);
        }
        mails.of(SOMEBODY, first);
        new MessageLedger(statements, null).to(SOMEBODY, first);
    }

    private static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local search_path = credential_intake");
            statement.execute(
                    "insert into account (id, client_number, email, name, password_hash, role,"
                            + " support_clearance, registered_at) select "
                            + uuid("n")
                            + ", 100000000 + n, 'u' || n || '@example.org', 'U', '-', 'trader',"
                            + " case when n % 5 = 0 then 'needed' else 'not_needed' end, now() from"
                            + " generate_series(1, "
                            + ACCOUNTS
                            + ") n");
            statement.execute(
                    "insert into connection (id, account_id, mode, venue, market, strategy_id,"
                            + " label, phase, version, revision, key_hint, created_at) select uid,"
                            + " acc, 'live', case when n % 500 = 0 then 'kraken' else 'bybit' end,"
                            + " 'spot', 'usdt_dca', 'L', 'live', 1, 1, 'wxyz', now() - n * interval"
                            + " '1 second' from (select n, "
                            + uuid("n")
                            + " as uid, "
                            + uuid("1 + n % " + ACCOUNTS)
                            + " as acc from generate_series(1, "
                            + SUBMISSIONS
                            + ") n) q");
            statement.execute(
                    "insert into submission (id, account_id, connection_id, version, type, status,"
                            + " created_at) select id, account_id, id, 1, 'add', case when"
                            + " hashtext(id::text) % 20 = 0 then 'rejected' else 'accepted' end,"
                            + " created_at from connection where label = 'L'");
            statement.execute(
                    "insert into support_request (id, account_id, client_number, kind, times,"
                        + " first_at, last_at, state) select id, id, client_number, 'question', 1,"
                        + " now() - client_number % 1000 * interval '1 minute', now(), case when"
                        + " client_number % 20 = 0 then 'open' else 'closed' end from account where"
                        + " name = 'U'");
            statement.execute(
                    "insert into reported_mail (mail_id, account_id, template, delivery, attempts,"
                            + " queued_at, at) select id::text, account_id, 'received', case when"
                            + " hashtext(id::text) % 500 = 0 then 'failed' else 'sent' end, 1,"
                            + " created_at, created_at from submission where version = 1");
            statement.execute(
                    "insert into support_message (id, account_id, written_by, subject, text,"
                            + " written_at) select id, account_id, account_id, 'S', 'T', created_at"
                            + " from submission where version = 1");
            statement.execute(
                    "insert into reported_mail (mail_id, account_id, template, delivery, attempts,"
                            + " queued_at, at) select 'support_message.' || id, account_id,"
                            + " 'support_message', 'sent', 1, written_at, written_at from"
                            + " support_message where subject = 'S'");
            statement.execute(
                    "analyze account, connection, submission, support_request, support_message,"
                            + " reported_mail");
        }
    }

    private static String uuid(String number) {
        return "('00000000-0007-0000-0000-' || lpad(to_hex(" + number + "), 12, '0'))::uuid";
    }

    /** A data source whose one connection notes how each statement is planned before it runs. */
    private static DataSource planned(Connection real, List<String> plans) {
        Connection noting =
                (Connection)
                        Proxy.newProxyInstance(
                                ListPlansTest.class.getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (proxy, method, values) ->
                                        switch (method.getName()) {
                                            case "close" -> null;
                                            case "prepareStatement" ->
                                                    statement(real, (String) values[0], plans);
                                            default -> call(real, method, values);
                                        });
        return (DataSource)
                Proxy.newProxyInstance(
                        ListPlansTest.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, values) -> noting);
    }

    private static Object statement(Connection real, String sql, List<String> plans)
            throws SQLException {
        PreparedStatement explain = real.prepareStatement("explain " + sql);
        PreparedStatement run = real.prepareStatement(sql);
        return Proxy.newProxyInstance(
                ListPlansTest.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, values) -> {
                    if (method.getName().equals("executeQuery")) {
                        var plan = new StringBuilder(sql).append('\n');
                        try (ResultSet line = explain.executeQuery()) {
                            while (line.next()) {
                                plan.append(line.getString(1)).append('\n');
                            }
                        }
                        plans.add(plan.toString());
                    } else {
                        call(explain, method, values);
                    }
                    return call(run, method, values);
                });
    }

    private static Object call(Object on, Method method, Object[] values) throws SQLException {
        try {
            return method.invoke(on, values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
