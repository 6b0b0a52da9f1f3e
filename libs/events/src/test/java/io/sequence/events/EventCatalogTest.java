package io.sequence.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.vocabulary.Secret;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCatalogTest {
    private static final Set<String> SERVICES =
            Set.of(
                    "credential-intake",
                    "key-validation",
                    "health-check",
                    "expiry-reminder",
                    "strategy-launcher",
                    "mailer");
    private static final Pattern SECRETIVE =
            Pattern.compile(
                    "secret|password|passphrase|credentials|sealed|private|apikey|token|signature",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern HEARS =
            Pattern.compile("mp\\.messaging\\.incoming\\.\"?([a-z.]+?)\"?\\.connector=.*");

    static Stream<Topic<?>> topics() {
        return EventCatalog.topics().stream();
    }

    @Test
    void listsEveryEventOnceAndNothingElse() {
        assertThat(EventCatalog.topics())
                .<Class<?>>extracting(Topic::payload)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(leaves(Event.class));
        assertThat(EventCatalog.topics()).extracting(Topic::name).doesNotHaveDuplicates();
    }

    @Test
    void hasAnExampleOfEveryTopic() {
        assertThat(Examples.all())
                .<Topic<?>>extracting(EventCatalog::topicOf)
                .containsExactlyInAnyOrderElementsOf(EventCatalog.topics());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void namesAWriterAndReadersThatExist(Topic<?> topic) {
        assertThat(SERVICES).contains(topic.writer()).containsAll(topic.readers());
        assertThat(topic.readers()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(topic.readers()).doesNotContain(topic.writer());
        assertThat(topic.name()).matches("[a-z]+\\.[a-z]+");
        assertThat(topic.deadLetter()).isEqualTo(topic.name() + ".dead-letter");
        assertThat(topic.meaning()).endsWith(".");
        assertThat(topic.partitions()).isPositive();
        assertThat(topic.retention()).isPositive();
    }

    /** A service that hears nothing yet is not held to the list. */
    @Test
    void knowsWhoHearsWhat() throws IOException {
        for (String service : SERVICES) {
            Set<String> heard = heardBy(service);
            if (!heard.isEmpty()) {
                assertThat(heard)
                        .as("what %s hears by its application.properties", service)
                        .isEqualTo(declaredFor(service));
            }
        }
    }

    @Test
    void keepsOneTimeCodesNoLongerThanTheyWork() {
        assertThat(EventCatalog.topics())
                .filteredOn(topic -> topic.payload() == MailRequested.class)
                .singleElement()
                .satisfies(topic -> assertThat(topic.retention()).hasMinutes(15));
    }

    /** A mailer that was away for longer than a code works still sends what is no code. */
    @Test
    void keepsNoticesForAWeekAndNoCodeAmongThem() {
        assertThat(EventCatalog.topics())
                .filteredOn(topic -> topic.payload() == NoticeRequested.class)
                .singleElement()
                .satisfies(topic -> assertThat(topic.retention()).hasDays(7));
        assertThat(NoticeRequested.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("code"));
    }

    /** Every template of either topic is heard on the old one: those that run read both. */
    @Test
    void namesNoticesAsTheyWereNamedAmongMails() {
        assertThat(MailRequested.Template.values())
                .extracting(MailRequested.Template::wireName)
                .containsAll(
                        Stream.of(NoticeRequested.NoticeTemplate.values())
                                // Never was a mail of the old topic.
                                .filter(
                                        template ->
                                                template
                                                        != NoticeRequested.NoticeTemplate
                                                                .OPERATOR_ALERT)
                                .map(NoticeRequested.NoticeTemplate::wireName)
                                .toList());
    }

    @Test
    void namesTheMailOfANotice() {
        UUID id = UUID.fromString("0199a000-0000-7000-8000-000000000007");
        assertThat(NoticeRequested.NoticeTemplate.SUPPORT_MESSAGE.mailId(id))
                .isEqualTo("support_message.0199a000-0000-7000-8000-000000000007");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void carriesNothingThatMustNotBeSeen(Topic<?> topic) {
        var trouble = new TreeSet<String>();
        walk(topic.payload(), topic.name(), trouble, new HashSet<>());
        assertThat(trouble).isEmpty();
    }

    @Test
    void noticesWhatMustNotBeSeen() {
        record Inner(String apiSecret) {}
        record Outer(Secret key, List<Inner> inner) {}
        var trouble = new TreeSet<String>();
        walk(Outer.class, "outer", trouble, new HashSet<>());
        assertThat(trouble).containsExactly("outer.inner.apiSecret", "outer.key");
    }

    @Test
    void doesNotPrintAddressesOrCodes() {
        for (Event example : Examples.all()) {
            assertThat(example.toString())
                    .doesNotContain("Ada@example.com", "analytical", "204816", "all is well");
        }
    }

    private static Set<Class<?>> leaves(Class<?> sealed) {
        var found = new HashSet<Class<?>>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                found.addAll(leaves(permitted));
            } else {
                found.add(permitted);
            }
        }
        return found;
    }

    private static Set<String> heardBy(String service) throws IOException {
        Path properties =
                CheckedIn.root()
                        .resolve("services")
                        .resolve(service)
                        .resolve("src/main/resources/application.properties");
        var heard = new TreeSet<String>();
        if (Files.exists(properties)) {
            for (String line : Files.readAllLines(properties)) {
                var match = HEARS.matcher(line.strip());
                if (match.matches()) {
                    heard.add(match.group(1));
                }
            }
        }
        return heard;
    }

    private static Set<String> declaredFor(String service) {
        var declared = new TreeSet<String>();
        EventCatalog.topics().stream()
                .filter(topic -> topic.readers().contains(service))
                .forEach(topic -> declared.add(topic.name()));
        return declared;
    }

    private static void walk(Type type, String path, Set<String> trouble, Set<Type> seen) {
        if (type == Secret.class) {
            trouble.add(path);
        } else if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                walk(argument, path, trouble, seen);
            }
        } else if (type instanceof Class<?> plain && plain.isRecord() && seen.add(plain)) {
            for (RecordComponent component : plain.getRecordComponents()) {
                String at = path + "." + component.getName();
                if (SECRETIVE.matcher(component.getName()).find()) {
                    trouble.add(at);
                }
                walk(component.getGenericType(), at, trouble, seen);
            }
        }
    }
}
