package io.sequence.venues.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.RequestUnusable;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON lines {@code {venue, credentials, method, path, query, body, timestamp, nonce, host}}
 * and prints, line by line, {@code {url, method, headers, body}} as the adapter would send them, or
 * {@code {error}}. Nothing is sent and no bad line ends it. Empty lines are skipped.
 */
public final class SignCommand {
    static final int LONGEST_LINE = 1 << 20;

    private SignCommand() {}

    /** From standard input to standard output; the exit code is 0 whatever the lines hold. */
    public static void main(String[] args) throws IOException {
        sign(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
    }

    /** Signs every line of a text until it ends. */
    static void sign(Reader lines, PrintWriter out) throws IOException {
        var line = new StringBuilder();
        for (int c = lines.read(); c != -1; c = lines.read()) {
            if (c == '\n') {
                answer(line, out);
            } else if (line.length() <= LONGEST_LINE) {
                line.append((char) c);
            }
        }
        answer(line, out);
    }

    private static void answer(StringBuilder line, PrintWriter out) {
        String text = line.toString();
        line.setLength(0);
        if (!text.isBlank()) {
            // println would write \r\n on some systems, which is no JSON line.
            out.print(Json.write(signed(text)) + "\n");
            out.flush();
        }
    }

    private static ObjectNode signed(String line) {
        try {
            if (line.length() > LONGEST_LINE) {
                throw new LineRefused("the line is too long: 1 MiB at most");
            }
            return signed(SignLine.read(line));
        } catch (LineRefused refused) {
            return error(refused.getMessage());
        } catch (CredentialUnusable unusable) {
            return error(said(unusable));
        } catch (RuntimeException unforeseen) {
            // Its message may quote the line, and with it a secret.
            return error("this line cannot be signed");
        }
    }

    private static ObjectNode signed(SignLine line) {
        Venue venue = line.venue();
        try (var credential = line.credential()) {
            WireRequest request = request(line, credential);
            ObjectNode answer = Json.object();
            answer.put("url", baseUrl(venue.profile(), request.host()) + request.target());
            answer.put("method", request.method());
            ObjectNode headers = answer.putObject("headers");
            request.headers().forEach(headers::put);
            answer.put("body", request.body());
            return answer;
        }
    }

    private static WireRequest request(SignLine line, Credential credential) {
        try {
            return line.venue().signer().sign(line.request(), credential, line.now(), line.nonce());
        } catch (CredentialUnusable unusable) {
            throw unusable;
        } catch (RequestUnusable unusable) {
            throw new LineRefused(unusable.getMessage());
        } catch (MalformedAnswer unreadable) {
            throw new LineRefused("body: " + unreadable.getMessage());
        } catch (RuntimeException unforeseen) {
            // Whatever else signers read was checked before; its message may quote the body.
            throw new LineRefused("body: the venue knows no such request");
        }
    }

    /** What is wrong with a field; a documented text that names the field itself stands alone. */
    private static String said(CredentialUnusable unusable) {
        return unusable.problem().contains("credentials.")
                ? unusable.problem()
                : "credentials." + unusable.getMessage();
    }

    private static String baseUrl(VenueProfile profile, String label) {
        return profile.hosts().stream()
                .filter(host -> host.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new LineRefused("host: the venue has none of that label"))
                .baseUrl()
                .toString();
    }

    private static ObjectNode error(@Nullable String message) {
        return Json.object().put("error", message);
    }
}
