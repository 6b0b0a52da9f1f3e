package io.sequence.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sequence.faults.Fault;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.SubmissionId;
import io.sequence.vocabulary.VenueId;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * How events are written as JSON: snake case, identifiers as strings, enums in lower case (fault
 * codes as they are), amounts as strings so that no reader rounds them, instants in RFC 3339.
 * Unknown fields are ignored, so that new optional fields hurt nobody.
 */
public final class EventJson {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(vocabulary())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build();

    private EventJson() {}

    /** The one mapper of events; do not reconfigure it. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** An event as JSON text. */
    public static String write(Event event) {
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + event.getClass().getSimpleName(), e);
        }
    }

    /**
     * An event from JSON text.
     *
     * @throws IllegalArgumentException when the text is no such event
     */
    public static <T extends Event> T read(String json, Class<T> type) {
        try {
            T event = MAPPER.readValue(json, type);
            if (event == null) {
                throw new IllegalArgumentException("null is no " + type.getSimpleName());
            }
            return event;
        } catch (JsonProcessingException e) {
            // The parser's message quotes the payload, so only its place is kept.
            throw new IllegalArgumentException(
                    "no " + type.getSimpleName() + ": " + e.getClass().getSimpleName());
        }
    }

    /**
     * The words of the house in JSON, for whoever writes them elsewhere, such as the public API.
     */
    public static Module vocabulary() {
        var module = new SimpleModule("vocabulary");
        text(module, AccountId.class, AccountId::toString, AccountId::parse);
        text(module, ConnectionId.class, ConnectionId::toString, ConnectionId::parse);
        text(module, SubmissionId.class, SubmissionId::toString, SubmissionId::parse);
        text(module, VenueId.class, VenueId::value, VenueId::new);
        text(module, StrategyId.class, StrategyId::value, StrategyId::new);
        text(module, Asset.class, Asset::code, Asset::new);
        text(module, Market.class, Market::wireName, name -> Market.valueOf(upper(name)));
        text(module, Mode.class, Mode::wireName, name -> Mode.valueOf(upper(name)));
        text(module, Grant.class, Grant::wireName, name -> Grant.valueOf(upper(name)));
        text(module, Right.class, Right::wireName, name -> Right.valueOf(upper(name)));
        text(module, Fault.class, Fault::name, Fault::valueOf);
        text(
                module,
                SubmissionType.class,
                SubmissionType::wireName,
                name -> SubmissionType.valueOf(upper(name)));
        text(
                module,
                HealthState.class,
                HealthState::wireName,
                name -> HealthState.valueOf(upper(name)));
        text(
                module,
                MailRequested.Template.class,
                MailRequested.Template::wireName,
                name -> MailRequested.Template.valueOf(upper(name)));
        text(
                module,
                NoticeRequested.NoticeTemplate.class,
                NoticeRequested.NoticeTemplate::wireName,
                name -> NoticeRequested.NoticeTemplate.valueOf(upper(name)));
        text(
                module,
                MailReported.Delivery.class,
                MailReported.Delivery::wireName,
                name -> MailReported.Delivery.valueOf(upper(name)));
        text(
                module,
                java.math.BigDecimal.class,
                java.math.BigDecimal::toPlainString,
                java.math.BigDecimal::new);
        module.addSerializer(CredentialVersion.class, new VersionSerializer());
        module.addDeserializer(CredentialVersion.class, new VersionDeserializer());
        module.addKeyDeserializer(Right.class, new RightKeys());
        module.addKeySerializer(Right.class, new RightNames());
        module.addSerializer(Rights.class, new RightsSerializer());
        module.addDeserializer(Rights.class, new RightsDeserializer());
        return module;
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static <T> void text(
            SimpleModule module,
            Class<T> type,
            Function<T, String> write,
            Function<String, T> read) {
        module.addSerializer(type, new TextSerializer<>(type, write));
        module.addDeserializer(type, new TextDeserializer<>(type, read));
    }

    private static final class TextSerializer<T> extends StdScalarSerializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<T, String> write;

        TextSerializer(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(write.apply(value));
        }
    }

    private static final class TextDeserializer<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> read;

        TextDeserializer(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        protected T _deserialize(String value, DeserializationContext context) {
            return read.apply(value);
        }
    }

    private static final class VersionSerializer extends StdScalarSerializer<CredentialVersion> {
        private static final long serialVersionUID = 1L;

        VersionSerializer() {
            super(CredentialVersion.class);
        }

        @Override
        public void serialize(
                CredentialVersion value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeNumber(value.value());
        }
    }

    private static final class VersionDeserializer
            extends com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer<
                    CredentialVersion> {
        private static final long serialVersionUID = 1L;

        VersionDeserializer() {
            super(CredentialVersion.class);
        }

        @Override
        public CredentialVersion deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            return new CredentialVersion(in.getIntValue());
        }
    }

    private static final class RightKeys extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return Right.valueOf(upper(key));
        }
    }

    private static final class RightNames
            extends com.fasterxml.jackson.databind.JsonSerializer<Right> {
        @Override
        public void serialize(Right value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeFieldName(value.wireName());
        }
    }

    private static final class RightsSerializer
            extends com.fasterxml.jackson.databind.ser.std.StdSerializer<Rights> {
        private static final long serialVersionUID = 1L;

        RightsSerializer() {
            super(Rights.class);
        }

        @Override
        public void serialize(Rights rights, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeStartObject();
            for (Map.Entry<Right, Grant> entry : rights.grants().entrySet()) {
                out.writeStringField(entry.getKey().wireName(), entry.getValue().wireName());
            }
            out.writeEndObject();
        }
    }

    private static final class RightsDeserializer
            extends com.fasterxml.jackson.databind.deser.std.StdDeserializer<Rights> {
        private static final long serialVersionUID = 1L;

        RightsDeserializer() {
            super(Rights.class);
        }

        @Override
        public Rights deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            var grants = new java.util.EnumMap<Right, Grant>(Right.class);
            Map<String, String> read =
                    in.readValueAs(new com.fasterxml.jackson.core.type.TypeReference<>() {});
            read.forEach(
                    (right, grant) ->
                            grants.put(Right.valueOf(upper(right)), Grant.valueOf(upper(grant))));
            return new Rights(grants);
        }
    }
}
