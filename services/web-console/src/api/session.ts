import { useSyncExternalStore } from 'react';
import { noAnswer, troubleOf } from './trouble';
import type { TokenAnswer } from './types';

/**
 * Who is signed in, as far as this tab knows.
 *
 * - `unknown`: not asked yet, or nobody has answered yet (`reachable` tells which).
 * - `in`: signed in; `account` is the account's id.
 * - `out`: not signed in; `why` is `ended` when a session was lost, `left` after signing out.
 */
export type SessionState =
    | { kind: 'unknown'; reachable: boolean }
    | { kind: 'in'; account: string; until: number }
    | { kind: 'out'; why: 'never' | 'ended' | 'left'; account: string | null };

type Word =
    { kind: 'token'; token: string; until: number } | { kind: 'out'; why: 'ended' | 'left' };

/** What a session stands on; replaced in tests. */
export interface Ground {
    fetch: (input: string, init: RequestInit) => Promise<Response>;
    now: () => number;
    random: () => number;
    locked: <T>(work: () => Promise<T>) => Promise<T>;
    channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'> | null;
}

const LOCK = 'sequence-session';
const CHANNEL = 'sequence-session';
const EARLY = 90_000;
const SPREAD = 30_000;
const CLOSE_TO_ITS_END = 20_000;

/** The session of this tab. The access token lives in this closure and nowhere else. */
export function createSession(ground: Ground) {
    let token: string | null = null;
    let state: SessionState = { kind: 'unknown', reachable: true };
    let timer: ReturnType<typeof setTimeout> | undefined;
    let tries = 0;
    let underway: Promise<string | null> | null = null;
    const listeners = new Set<() => void>();

    function become(next: SessionState) {
        state = next;
        listeners.forEach((listener) => listener());
    }

    function tell(word: Word) {
        ground.channel?.postMessage(word);
    }

    function later(millis: number) {
        clearTimeout(timer);
        timer = setTimeout(() => void renew(token).catch(() => undefined), millis);
    }

    function hold(fresh: string, until: number) {
        token = fresh;
        tries = 0;
        // Not all tabs at once: the first to renew tells the others.
        later(Math.max(5_000, until - ground.now() - EARLY + ground.random() * SPREAD));
        become({ kind: 'in', account: subjectOf(fresh), until });
    }

    function drop(why: 'never' | 'ended' | 'left') {
        const account = state.kind === 'in' ? state.account : null;
        token = null;
        clearTimeout(timer);
        become({ kind: 'out', why, account });
    }

    /** Takes the answer of a finished sign-in, and tells the other tabs. */
    function accept(answer: TokenAnswer) {
        const until = ground.now() + answer.expires_in * 1000;
        hold(answer.access_token, until);
        tell({ kind: 'token', token: answer.access_token, until });
    }

    async function refresh(used: string | null): Promise<string | null> {
        return ground.locked(async () => {
            // Another tab, or an earlier caller, was faster.
            if (token !== null && token !== used) return token;
            let answer: Response;
            try {
                answer = await ground.fetch('/v1/auth/refresh', { method: 'POST' });
            } catch {
                throw noAnswer();
            }
            if (answer.status === 401) {
                const lost = token !== null || state.kind === 'in';
                drop(lost ? 'ended' : 'never');
                if (lost) tell({ kind: 'out', why: 'ended' });
                return null;
            }
            if (!answer.ok) throw await troubleOf(answer);
            accept((await answer.json()) as TokenAnswer);
            return token;
        });
    }

    /**
     * A token that is not `used`: the next one. Null when the session has ended. Throws trouble
     * when nobody can say; then it tries again by itself, and nobody is signed out.
     */
    function renew(used: string | null): Promise<string | null> {
        if (token !== null && token !== used) return Promise.resolve(token);
        underway ??= refresh(used)
            .catch((thrown: unknown) => {
                if (state.kind === 'unknown') become({ kind: 'unknown', reachable: false });
                const wait = Math.min(30_000, 1_000 * 2 ** tries++);
                later(wait * (0.5 + ground.random() / 2));
                throw thrown;
            })
            .finally(() => {
                underway = null;
            });
        return underway;
    }

    /** The token to ask with now; null when nobody is signed in. */
    async function current(): Promise<string | null> {
        if (state.kind === 'out') return null;
        if (state.kind === 'in' && state.until - ground.now() > CLOSE_TO_ITS_END) return token;
        return renew(token);
    }

    /** Ends the session here and in all tabs. Throws trouble when nobody answered: it still stands. */
    async function leave() {
        let answer: Response;
        try {
            answer = await ground.fetch('/v1/auth/sign-out', { method: 'POST' });
        } catch {
            throw noAnswer();
        }
        if (!answer.ok && answer.status !== 401) throw await troubleOf(answer);
        drop('left');
        tell({ kind: 'out', why: 'left' });
    }

    if (ground.channel) {
        ground.channel.onmessage = (message: MessageEvent<Word>) => {
            const word = message.data;
            if (word.kind === 'token') hold(word.token, word.until);
            else if (word.kind === 'out' && state.kind === 'in') drop(word.why);
        };
    }

    return {
        accept,
        current,
        renew,
        leave,
        /** Asks at once again: the tab woke up, or the network came back. */
        wake() {
            if (state.kind === 'unknown' || (state.kind === 'in' && nearEnd(state.until))) {
                tries = 0;
                void renew(token).catch(() => undefined);
            }
        },
        state: () => state,
        subscribe: (listener: () => void) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
    };

    function nearEnd(until: number) {
        return until - ground.now() < EARLY;
    }
}

export type Session = ReturnType<typeof createSession>;

/** The account that a token speaks for; the house checks the token, we only read it. */
function subjectOf(jwt: string): string {
    try {
        const body = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
        const claims = JSON.parse(atob(body)) as { sub?: unknown };
        return typeof claims.sub === 'string' ? claims.sub : '';
    } catch {
        return '';
    }
}

function locked<T>(work: () => Promise<T>): Promise<T> {
    if (!('locks' in navigator)) return work();
    return navigator.locks.request(LOCK, work) as Promise<T>;
}

/** This tab's session. */
export const session = createSession({
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    random: () => Math.random(),
    locked,
    channel: typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL),
});

/** Begins: asks who is signed in, and again whenever the tab wakes up or the network comes back. */
export function beginSession() {
    window.addEventListener('online', () => session.wake());
    document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') session.wake();
    });
    session.wake();
}

/** Who is signed in; renders again when that changes. */
export function useSession(): SessionState {
    return useSyncExternalStore(session.subscribe, session.state);
}
