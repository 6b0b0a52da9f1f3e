/** A field that the house does not accept: its path in the body, and what would be right. */
export interface FieldTrouble {
    field: string;
    message: string;
    code?: string;
}

/**
 * A call that did not succeed. `status` 0 and code `NO_ANSWER` mean that nobody answered at all:
 * the network is away, or the house is.
 */
export class Trouble extends Error {
    readonly status: number;
    readonly code: string;
    readonly requestId: string | null;
    readonly details: FieldTrouble[];
    /** Seconds after which asking again makes sense, where the house says so. */
    readonly retryAfter: number | null;

    constructor(
        status: number,
        code: string,
        message: string,
        requestId: string | null = null,
        details: FieldTrouble[] = [],
        retryAfter: number | null = null,
    ) {
        super(message);
        this.name = 'Trouble';
        this.status = status;
        this.code = code;
        this.requestId = requestId;
        this.details = details;
        this.retryAfter = retryAfter;
    }

    /** Whether asking again, unchanged, may well succeed. */
    get passing(): boolean {
        return this.status === 0 || this.status === 429 || this.status >= 500;
    }

    /** What is wrong with each field, by its path in the body. */
    get fields(): Record<string, string> {
        return Object.fromEntries(this.details.map((one) => [one.field, one.message]));
    }
}

interface Envelope {
    error?: { code?: string; message?: string; request_id?: string; details?: FieldTrouble[] };
}

/** Reads an answer that is not 2xx, whether or not it is in the envelope. */
export async function troubleOf(answer: Response): Promise<Trouble> {
    const said = (await answer.json().catch(() => null)) as Envelope | null;
    const wait = Number(answer.headers.get('Retry-After'));
    return new Trouble(
        answer.status,
        said?.error?.code ?? 'UNKNOWN',
        said?.error?.message ?? `The house answered ${answer.status}.`,
        said?.error?.request_id ?? answer.headers.get('X-Request-Id'),
        said?.error?.details ?? [],
        Number.isFinite(wait) && wait > 0 ? wait : null,
    );
}

/** The trouble of a call that nobody answered. */
export function noAnswer(requestId: string | null = null): Trouble {
    return new Trouble(0, 'NO_ANSWER', 'No answer: the connection to us is away.', requestId);
}

/** Whatever was thrown, as trouble. */
export function asTrouble(thrown: unknown): Trouble {
    if (thrown instanceof Trouble) return thrown;
    return new Trouble(0, 'UNEXPECTED', thrown instanceof Error ? thrown.message : String(thrown));
}
