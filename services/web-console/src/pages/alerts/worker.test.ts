import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';

type Handler = (event: unknown) => void;
const source = readFileSync('public/alerts-worker.js', 'utf8');
const ORIGIN = 'https://console.test';

/** Runs the worker's script in a stand-in of what a browser gives to one. */
function worker(windows: { url: string; focus: () => unknown }[] = []) {
    const handlers = new Map<string, Handler>();
    const showNotification = vi.fn<(title: string, options: Record<string, unknown>) => unknown>();
    const openWindow = vi.fn();
    const scope = {
        location: { origin: ORIGIN },
        registration: { showNotification },
        clients: { matchAll: () => Promise.resolve(windows), openWindow },
        skipWaiting: vi.fn(),
        addEventListener: (type: string, handler: Handler) => handlers.set(type, handler),
    };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
    new Function('self', source)(scope);
    const hear = async (type: string, event: object) => {
        const waits: unknown[] = [];
        handlers.get(type)?.({ ...event, waitUntil: (one: unknown) => waits.push(one) });
        await Promise.all(waits);
    };
    return { handlers, showNotification, openWindow, hear };
}

const pushed = (data: unknown) => ({ data: { json: () => data } });

describe('alerts-worker', () => {
    it('shows an alert with what it tells', async () => {
        const { showNotification, hear } = worker();
        await hear(
            'push',
            pushed({
                title: 'Main account fails',
                body: 'Bybit does not know the key.',
                url: `${ORIGIN}/connections/c1`,
                tag: 't1',
                kind: 'failing',
                urgent: true,
                at: '2026-11-21T10:00:00Z',
            }),
        );
        expect(showNotification).toHaveBeenCalledOnce();
        const [title, options] = showNotification.mock.calls[0] ?? [];
        expect(title).toBe('Main account fails');
        expect(options).toMatchObject({
            body: 'Bybit does not know the key.',
            tag: 't1',
            renotify: true,
            requireInteraction: true,
            timestamp: Date.parse('2026-11-21T10:00:00Z'),
            data: { url: `${ORIGIN}/connections/c1` },
        });
    });

    it.each([undefined, null, 7, 'x', {}, { title: 3, url: 'javascript:alert(1)', at: 'never' }])(
        'shows something for %j, as browsers demand',
        async (data) => {
            const { showNotification, hear } = worker();
            await hear('push', pushed(data));
            const [title, options] = showNotification.mock.calls[0] ?? [];
            expect(title).toBe('Sequence Connect');
            expect(options?.data).toEqual({ url: `${ORIGIN}/connections` });
        },
    );

    it('shows something for a push that carries nothing readable', async () => {
        const { showNotification, hear } = worker();
        await hear('push', { data: null });
        expect(showNotification).toHaveBeenCalledOnce();
    });

    it.each(['https://elsewhere.test/x', '//elsewhere.test', 'data:text/html,x', 'http://['])(
        'never leads elsewhere: %s',
        async (url) => {
            const { openWindow, hear } = worker();
            const close = vi.fn();
            await hear('notificationclick', { notification: { data: { url }, close } });
            expect(close).toHaveBeenCalledOnce();
            expect(openWindow).toHaveBeenCalledWith(`${ORIGIN}/connections`);
        },
    );

    it('opens the page, or shows it where it is open', async () => {
        const url = `${ORIGIN}/connections/c1`;
        const focus = vi.fn();
        const there = worker([{ url, focus }]);
        const event = { notification: { data: { url }, close: vi.fn() } };
        await there.hear('notificationclick', event);
        expect(focus).toHaveBeenCalledOnce();
        expect(there.openWindow).not.toHaveBeenCalled();
        const alone = worker([{ url: `${ORIGIN}/`, focus }]);
        await alone.hear('notificationclick', event);
        expect(alone.openWindow).toHaveBeenCalledWith(url);
    });

    it('hears nothing but what it needs, no fetches above all', () => {
        expect([...worker().handlers.keys()].sort()).toEqual([
            'install',
            'notificationclick',
            'push',
        ]);
        expect(source).not.toMatch(/\bfetch\b\(|importScripts|indexedDB|caches/);
    });
});
