import { createParser } from 'eventsource-parser';
import { useEffect, useSyncExternalStore } from 'react';
import { session } from './session';
import type { Session } from './session';

/** `live`: news arrive as they happen; `reconnecting`: soon again; `offline`: no network. */
export type LiveState = 'live' | 'reconnecting' | 'offline';

/** One thing that happened to the account. */
export interface LiveEvent {
    type: string;
    data: Record<string, unknown>;
}

/** What a stream stands on; replaced in tests. */
export interface LiveGround {
    fetch: (input: string, init: RequestInit) => Promise<Response>;
    session: Pick<Session, 'current' | 'renew'>;
    random: () => number;
    online: () => boolean;
}

const LONGEST_WAIT = 30_000;
// The house says something every 15 s; three missed beats and the line is dead.
const SILENCE = 45_000;

/** One stream of `GET /v1/events` that comes back by itself and misses nothing. */
export function createLive(ground: LiveGround) {
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
                if (event.event !== undefined) hear(event.event, event.data);
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
            stayAwake();
            parser.feed(decoder.decode(value, { stream: true }));
        }
    }

    function hear(type: string, text: string) {
        let data: Record<string, unknown> = {};
        try {
            data = JSON.parse(text) as Record<string, unknown>;
        } catch {
            // Its name alone says what to ask anew.
        }
        hearers.forEach((hearer) => hearer({ type, data }));
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
        start() {
            if (running) return;
            running = true;
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

/** This tab's stream. */
export const live = createLive({
    fetch: (input, init) => fetch(input, init),
    session,
    random: () => Math.random(),
    online: () => navigator.onLine,
});

/** How live what is shown is. */
export function useLive(): LiveState {
    return useSyncExternalStore(live.subscribe, live.state);
}

/** Hears the account's events while the component is there. `hearer` should be stable. */
export function useLiveEvent(hearer: (event: LiveEvent) => void) {
    useEffect(() => {
        const stop = live.hear(hearer);
        return () => void stop();
    }, [hearer]);
}
