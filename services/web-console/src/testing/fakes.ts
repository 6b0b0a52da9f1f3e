/* Stand-ins for what a browser gives: a house that answers as told, tabs that hear each other, locks. */

/** One call that was made. */
export interface Call {
    method: string;
    url: string;
    headers: Record<string, string>;
    body: unknown;
    signal: AbortSignal | null;
}

type Reply = (call: Call) => Response | Promise<Response>;

/** A house that answers by a list of replies, one after the other, and remembers what was asked. */
export function fakeHouse(...replies: Reply[]) {
    const calls: Call[] = [];
    return {
        calls,
        then: (...more: Reply[]) => void replies.push(...more),
        fetch: async (url: string, init: RequestInit): Promise<Response> => {
            const call = {
                method: init.method ?? 'GET',
                url,
                headers: (init.headers ?? {}) as Record<string, string>,
                body:
                    typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
                signal: init.signal ?? null,
            };
            calls.push(call);
            const reply = replies.shift();
            if (!reply) throw new Error(`nobody expected ${call.method} ${url}`);
            return reply(call);
        },
    };
}

/** An answer in JSON. */
export const json =
    (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
    () =>
        new Response(status === 204 ? null : JSON.stringify(body), { status, headers });

/** An error in the one envelope. */
export const refusal = (status: number, code: string, details: unknown[] = []): Reply =>
    json(status, {
        error: { code, message: `said ${code}`, request_id: 'r-1', details },
    });

/** Nobody there. */
export const silence: Reply = () => Promise.reject(new TypeError('Failed to fetch'));

/** A token as the house makes them, unsigned: for an account, and telling apart by a number. */
export function tokenOf(account: string, number = 1): string {
    return `h.${btoa(JSON.stringify({ sub: account, number }))}.s`;
}

type Heard = ((message: MessageEvent) => unknown) | null;

interface Ear {
    onmessage: Heard;
    postMessage: (data: unknown) => void;
    close: () => void;
}

/** Channels between tabs; words arrive at once, at all but the one who spoke. */
export function fakeChannels() {
    const ears = new Map<string, Set<Ear>>();
    return (name: string): BroadcastChannel => {
        const all = ears.get(name) ?? new Set<Ear>();
        ears.set(name, all);
        const ear: Ear = {
            onmessage: null,
            postMessage: (data) =>
                [...all]
                    .filter((one) => one !== ear)
                    .forEach((one) => one.onmessage?.({ data } as MessageEvent)),
            close: () => void all.delete(ear),
        };
        all.add(ear);
        return ear as unknown as BroadcastChannel;
    };
}

interface Waiting {
    work: () => Promise<unknown>;
    resolve: (value: unknown) => void;
    reject: (why: unknown) => void;
}

/** Locks as a browser has them: one holder, others wait in line, and one may steal. */
export function fakeLocks(): Pick<LockManager, 'request'> {
    let holder: Waiting | null = null;
    const line: Waiting[] = [];

    function next() {
        const first = line.shift() ?? null;
        if (first) hold(first);
    }

    function hold(one: Waiting) {
        holder = one;
        void Promise.resolve()
            .then(() => one.work())
            .then(one.resolve, one.reject)
            .finally(() => {
                if (holder !== one) return;
                holder = null;
                next();
            });
    }

    function request(_name: string, options: LockOptions, work: () => Promise<unknown>) {
        return new Promise((resolve, reject) => {
            const one = { work, resolve, reject };
            options.signal?.addEventListener('abort', () => {
                const place = line.indexOf(one);
                if (place < 0) return;
                line.splice(place, 1);
                reject(new DOMException('', 'AbortError'));
            });
            if (options.steal) {
                holder?.reject(new DOMException('', 'AbortError'));
                hold(one);
            } else if (holder === null) hold(one);
            else line.push(one);
        });
    }
    return { request } as Pick<LockManager, 'request'>;
}
