package io.sequence.servicebase;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Says what is wrong with a field of a JSON body, without repeating its value. */
final class JsonProblem {
    private static final int LONGEST_NAME = 64;

    private JsonProblem() {}

    static String path(JsonMappingException problem) {
        var path = new StringBuilder();
        for (Reference step : problem.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(printable(step.getFieldName()));
            }
        }
        return path.toString();
    }

    static String words(JsonMappingException problem) {
        return switch (problem) {
            case UnrecognizedPropertyException unknown ->
                    "is not a field of this call; leave it out";
            case InvalidFormatException format
                    when format.getTargetType() != null && format.getTargetType().isEnum() ->
                    "must be one of "
                            + Arrays.toString(format.getTargetType().getEnumConstants())
                                    .toLowerCase(Locale.ROOT);
            case MismatchedInputException mismatch when mismatch.getTargetType() != null ->
                    "must be " + kind(mismatch.getTargetType());
            default -> "is not acceptable";
        };
    }

    private static String kind(Class<?> type) {
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        if (Map.class.isAssignableFrom(type) || type.isRecord()) {
            return "an object";
        }
        return "of the documented form";
    }

    private static String printable(String name) {
        String shortened =
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        return shortened.replaceAll("[^\\x20-\\x7E…]", "?");
    }
}
