import { useEffect, useSyncExternalStore } from 'react';
import { session } from './session';
import { createStream } from './stream';
import type { LiveEvent, LiveState } from './stream';

export type { LiveEvent, LiveState } from './stream';

/* A browser allows few connections to one house, and a stream occupies one for good. So of all tabs
   of an account one, the holder of a lock, has the stream and tells the others. */

type Word =
    { kind: 'event'; event: LiveEvent } | { kind: 'state'; state: LiveState } | { kind: 'asking' };

/** What sharing stands on; replaced in tests. */
export interface SharingGround {
    /** The stream, given what to call at every sign of life. */
    stream: (
        alive: () => void,
    ) => Pick<
        ReturnType<typeof createStream>,
        'state' | 'subscribe' | 'hear' | 'start' | 'end' | 'again' | 'lost'
    >;
    channel: (name: string) => Pick<BroadcastChannel, 'postMessage' | 'onmessage' | 'close'>;
    locks: Pick<LockManager, 'request'>;
    visible: () => boolean;
}

// Of the one who has the stream something is heard every 15 s, or every 30 s while it tries again.
const SILENCE = 50_000;

/** The account's events in this tab, whichever tab has the stream. */
export function createLive(ground: SharingGround) {
    let state: LiveState = 'reconnecting';
    let lastId: string | null = null;
    let leading = false;
    // Which request for the lock it was that made this tab the leader.
    let turn = 0;
    let won = 0;
    let name: string | null = null;
    let channel: ReturnType<SharingGround['channel']> | null = null;
    let step: (() => void) | null = null;
    let queue = new AbortController();
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    const listeners = new Set<() => void>();
    const hearers = new Set<(event: LiveEvent) => void>();

    const stream = ground.stream(() => tell({ kind: 'state', state: stream.state() }));
    stream.subscribe(() => {
        if (!leading) return;
        become(stream.state());
        tell({ kind: 'state', state });
    });
    stream.hear((event) => {
        take(event);
        tell({ kind: 'event', event });
    });

    function tell(word: Word) {
        if (leading || word.kind === 'asking') channel?.postMessage(word);
    }

    function become(next: LiveState) {
        if (state === next) return;
        state = next;
        listeners.forEach((listener) => listener());
    }

    function take(event: LiveEvent) {
        if (event.id !== null) lastId = event.id;
        hearers.forEach((hearer) => hearer(event));
    }

    function heard(word: Word) {
        if (word.kind === 'asking') return tell({ kind: 'state', state });
        if (leading) return;
        watch();
        if (word.kind === 'event') take(word.event);
        else become(word.state);
    }

    function watch() {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => {
            // The one who has the stream sleeps, as tabs of telephones do.
            if (name !== null && !leading) {
                if (ground.visible()) contend(true);
                else watch();
            }
        }, SILENCE);
    }

    function contend(steal: boolean) {
        const mine = name;
        const my = ++turn;
        queue.abort();
        queue = new AbortController();
        const options: LockOptions = steal ? { steal } : { signal: queue.signal };
        if (mine === null) return;
        ground.locks
            .request(mine, options, () => lead(mine, my))
            .catch(() => undefined)
            .finally(() => {
                if (name === mine && leading && won === my) follow();
            });
    }

    /** Leads until it ends; when the lock is stolen the browser ends the wait, not this. */
    function lead(mine: string, my: number): Promise<void> {
        if (name !== mine || turn !== my) return Promise.resolve();
        leading = true;
        won = my;
        clearTimeout(watchdog);
        stream.start(lastId);
        return new Promise((resolve) => {
            step = resolve;
        });
    }

    function follow() {
        leading = false;
        stream.end();
        watch();
        contend(false);
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
        /** Begins for an account. */
        start(account: string) {
            if (name !== null) return;
            name = `sequence-live-${account}`;
            channel = ground.channel(name);
            channel.onmessage = (message: MessageEvent<Word>) => heard(message.data);
            tell({ kind: 'asking' });
            watch();
            contend(false);
        },
        /** Ends, and forgets where it was: the next one to sign in may be somebody else. */
        end() {
            name = null;
            lastId = null;
            leading = false;
            clearTimeout(watchdog);
            queue.abort();
            stream.end();
            step?.();
            channel?.close();
            channel = null;
            become('reconnecting');
        },
        /** The network came back. */
        again() {
            if (name === null) return;
            become('reconnecting');
            if (leading) stream.again();
            else tell({ kind: 'asking' });
        },
        /** The network went away. */
        lost() {
            if (name === null) return;
            if (leading) stream.lost();
            become('offline');
        },
    };
}

const locks: Pick<LockManager, 'request'> =
    'locks' in navigator
        ? navigator.locks
        : // Where there are none, each tab has its own.
          ({ request: (...given: unknown[]) => (given.at(-1) as () => unknown)() } as never);

/** This tab's live events. */
export const live = createLive({
    stream: (alive) =>
        createStream({
            fetch: (input, init) => fetch(input, init),
            session,
            random: () => Math.random(),
            online: () => navigator.onLine,
            alive,
        }),
    channel: (name) => new BroadcastChannel(name),
    locks,
    visible: () => document.visibilityState === 'visible',
});

window.addEventListener('online', () => live.again());
window.addEventListener('offline', () => live.lost());

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
