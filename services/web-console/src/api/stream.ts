import { createParser } from 'eventsource-parser';
import type { Session } from './session';

/** `live`: news arrive as they happen; `reconnecting`: soon again; `offline`: no network. */
export type LiveState = 'live' | 'reconnecting' | 'offline';

/** One thing that happened to the account. */
export interface LiveEvent {
    /** Its number within the account's events. */
    id: string | null;
    type: string;
    data: Record<string, unknown>;
}

/** What a stream stands on; replaced in tests. */
export interface StreamGround {
    fetch: (input: string, init: RequestInit) => Promise<Response>;
    session: Pick<Session, 'current' | 'renew'>;
    random: () => number;
    online: () => boolean;
    /** Told whenever there was a sign of life, of the house or of this stream's own trying. */
    alive?: () => void;
}

const LONGEST_WAIT = 30_000;
// The house says something every 15 s; three missed beats and the line is dead.
const SILENCE = 45_000;

/** One stream of `GET /v1/events` that comes back by itself and misses nothing. */
export function createStream(ground: StreamGround) {
    let state: LiveState = 'reconnecting';
    let lastId: string | null = null;
    let tries = 0;
    let running = false;
    let round = 0;
    let stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    const listeners = new Set<() => void>();
    const hearers = new Set<(event: LiveEvent) => void>();

    function become(next: LiveState) {
        if (state === next) return;
        state = next;
        listeners.forEach((listener) => listener());
    }

    function stayAwake() {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => stop.abort(), SILENCE);
    }

    async function listen(mine: number) {
        const token = await ground.session.current();
        if (token === null || mine !== round) return;
        stop = new AbortController();
        const headers: Record<string, string> = {
            Accept: 'text/event-stream',
            Authorization: `Bearer ${token}`,
        };
        if (lastId !== null) headers['Last-Event-ID'] = lastId;
        stayAwake();
        const answer = await ground.fetch('/v1/events', {
            headers,
            signal: stop.signal,
            cache: 'no-store',
        });
        if (answer.status === 401) await ground.session.renew(token);
        if (!answer.ok || answer.body === null) throw new Error(`${answer.status}`);
        await read(answer.body, mine);
    }

    async function read(body: ReadableStream<Uint8Array>, mine: number) {
        const parser = createParser({
            onEvent(event) {
                if (event.id !== undefined) lastId = event.id;
                if (event.event !== undefined) hear(event.event, event.data, event.id ?? null);
            },
        });
        const reader = body.getReader();
        const decoder = new TextDecoder();
        for (;;) {
            const { done, value } = await reader.read();
            if (mine !== round) return void reader.cancel().catch(() => undefined);
            if (done) return;
            tries = 0;
            become('live');
            ground.alive?.();
            stayAwake();
            parser.feed(decoder.decode(value, { stream: true }));
        }
    }

    function hear(type: string, text: string, id: string | null) {
        let data: Record<string, unknown> = {};
        try {
            data = JSON.parse(text) as Record<string, unknown>;
        } catch {
            // Its name alone says what to ask anew.
        }
        hearers.forEach((hearer) => hearer({ id, type, data }));
    }

    async function go(mine: number) {
        let orderly = false;
        try {
            await listen(mine);
            orderly = true;
        } catch {
            // Whatever it was: come back.
        }
        clearTimeout(watchdog);
        if (!running || mine !== round) return;
        ground.alive?.();
        if (!ground.online()) return become('offline');
        if (!orderly || tries > 0) become('reconnecting');
        // A stream ends with its token; then the next one is opened without delay.
        const wait = orderly && tries === 0 ? 50 : Math.min(LONGEST_WAIT, 1_000 * 2 ** tries);
        tries += 1;
        timer = setTimeout(() => void go(mine), wait * (0.5 + ground.random() / 2));
    }

    function again() {
        if (!running) return;
        tries = 0;
        clearTimeout(timer);
        round += 1;
        stop.abort();
        // A line that outlived the network's absence has said "live" already, and must say it anew.
        become('reconnecting');
        void go(round);
    }

    return {
        state: () => state,
        subscribe: (listener: () => void) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        /** Hears every event from now on; call the answer to stop. */
        hear(hearer: (event: LiveEvent) => void) {
            hearers.add(hearer);
            return () => hearers.delete(hearer);
        },
        /** Opens it; after the given event, or from now on. */
        start(after: string | null = null) {
            if (running) return;
            running = true;
            lastId = after;
            again();
        },
        /** Stops, and forgets where it was: the next one to sign in may be somebody else. */
        end() {
            running = false;
            round += 1;
            lastId = null;
            clearTimeout(timer);
            clearTimeout(watchdog);
            stop.abort();
            become('reconnecting');
        },
        /** The network came back: do not wait. */
        again,
        /** The network went away. */
        lost() {
            if (running) become('offline');
        },
    };
}
