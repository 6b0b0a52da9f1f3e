package io.sequence.intake.inbound;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.sequence.faults.ApiFault;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to the contract's document what holds for every call: error answers and the envelope. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    private static final String ENVELOPE = "ErrorEnvelope";
    private static final String PROBLEM = "Problem";
    private static final String HEALTH = "/v1/health";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components =
                document.getComponents() == null
                        ? OASFactory.createComponents()
                        : document.getComponents();
        document.setComponents(components);
        if (components.getSchemas() != null) {
            ContractNulls.tell(components.getSchemas());
        }
        components.addSchema(ENVELOPE, envelope());
        components.addResponse(PROBLEM, problem("Something else went wrong; see the code."));
        document.getPaths()
                .getPathItems()
                .forEach(
                        (path, item) ->
                                item.getOperations()
                                        .forEach((method, call) -> complete(path, method, call)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation call) {
        if (path.equals(HEALTH)) {
            return;
        }
        if (call.getSecurity() != null && !call.getSecurity().isEmpty()) {
            add(call, ApiFault.UNAUTHORIZED);
            add(call, ApiFault.FORBIDDEN);
        }
        if (path.contains("{")) {
            add(call, ApiFault.NOT_FOUND);
        }
        if (call.getRequestBody() != null) {
            Stream.of(
                            ApiFault.BAD_REQUEST,
                            ApiFault.PAYLOAD_TOO_LARGE,
                            ApiFault.UNSUPPORTED_MEDIA_TYPE,
                            ApiFault.VALIDATION_ERROR)
                    .forEach(fault -> add(call, fault));
            ContractExamples.of(method + " " + path)
                    .ifPresent(
                            example ->
                                    call.getRequestBody()
                                            .getContent()
                                            .getMediaType("application/json")
                                            .setExample(example));
        }
        AnswerExamples.of(method + " " + path)
                .ifPresent(
                        example ->
                                call.getResponses()
                                        .getAPIResponse("200")
                                        .getContent()
                                        .getMediaType("application/json")
                                        .setExample(example));
        call.getResponses()
                .getAPIResponses()
                .forEach(
                        (code, answer) -> {
                            if (!code.startsWith("2") && !code.startsWith("3")) {
                                answer.setContent(content());
                            }
                        });
        call.getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse().ref("#/components/responses/" + PROBLEM));
    }

    private static void add(Operation call, ApiFault fault) {
        String code = Integer.toString(fault.status());
        APIResponse present = call.getResponses().getAPIResponse(code);
        // The words that the framework puts in by itself say nothing.
        boolean told =
                present != null
                        && !List.of("Not Authorized", "Not Allowed", "Bad Request")
                                .contains(present.getDescription());
        if (!told) {
            call.getResponses().addAPIResponse(code, problem(fault.message()));
        }
    }

    private static APIResponse problem(String words) {
        return OASFactory.createAPIResponse().description(words).content(content());
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/json",
                        OASFactory.createMediaType()
                                .schema(
                                        OASFactory.createSchema()
                                                .ref("#/components/schemas/" + ENVELOPE)));
    }

    private static Schema envelope() {
        Schema field =
                object(
                        Map.of(
                                "field", text("Its path in the body, e.g. credentials.api_key."),
                                "message", text("What is wrong and what would be right.")));
        field.addProperty("code", text("For programs; left out where the message says it all."));
        Schema details =
                OASFactory.createSchema()
                        .addType(SchemaType.ARRAY)
                        .items(field)
                        .description("One a field that is not acceptable; else empty.");
        Schema code = text("For programs.");
        Stream.of(ApiFault.values()).forEach(fault -> code.addEnumeration(fault.name()));
        Schema body =
                object(
                        Map.of(
                                "code",
                                code,
                                "message",
                                text("For people."),
                                "request_id",
                                text("For support; also the header X-Request-Id."),
                                "details",
                                details));
        return object(Map.of("error", body)).description("The one shape of every error answer.");
    }

    private static Schema object(Map<String, Schema> properties) {
        Schema schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
        properties.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        property -> {
                            schema.addProperty(property.getKey(), property.getValue());
                            schema.addRequired(property.getKey());
                        });
        return schema;
    }

    private static Schema text(String words) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(words);
    }
}
