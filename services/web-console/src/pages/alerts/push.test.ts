import { describe, expect, it, vi } from 'vitest';
import { bytes, PushRefused, sha256, standing, subscribe, unsubscribe } from './push';
import type { PushGround } from './push';

const ENDPOINT = 'https://push.test/1';

/** A browser that answers so when it is asked. */
function browser(
    permission: NotificationPermission,
    chosen: NotificationPermission = permission,
    failing = false,
) {
    let subscribed = false;
    const subscription = {
        endpoint: ENDPOINT,
        unsubscribe: vi.fn(() => {
            subscribed = false;
            return Promise.resolve(true);
        }),
        toJSON: () => ({ endpoint: ENDPOINT, keys: { p256dh: 'BP', auth: 'AA' } }),
    };
    const registration = {
        active: {},
        pushManager: {
            getSubscription: () => Promise.resolve(subscribed ? subscription : null),
            subscribe: vi.fn(() => {
                if (failing) return Promise.reject(new Error('no push service'));
                subscribed = true;
                return Promise.resolve(subscription);
            }),
        },
    };
    const register = vi.fn(() => Promise.resolve(registration));
    const requestPermission = vi.fn(() => Promise.resolve(chosen));
    const ground = {
        workers: {
            register,
            getRegistration: () =>
                Promise.resolve(register.mock.calls.length > 0 ? registration : undefined),
        },
        notifications: { permission, requestPermission },
        push: true,
    } as unknown as PushGround;
    return { ground, register, requestPermission, registration, subscription };
}

describe('standing', () => {
    it('says what the browser lets us do, and asks nobody', async () => {
        const { ground, requestPermission } = browser('default');
        expect(await standing({ ...ground, push: false })).toEqual({ state: 'unsupported' });
        expect(await standing({ ...ground, workers: undefined })).toEqual({ state: 'unsupported' });
        expect(await standing(browser('denied').ground)).toEqual({ state: 'denied' });
        expect(await standing(ground)).toEqual({ state: 'unsubscribed' });
        expect(requestPermission).not.toHaveBeenCalled();
    });
});

describe('subscribe', () => {
    it('asks, sets the worker up for its own page alone, and tells what the house needs', async () => {
        const { ground, register, registration, subscription } = browser('default', 'granted');
        const told = await subscribe(ground, 'AQID');
        expect(told).toEqual({
            endpoint: ENDPOINT,
            keys: { p256dh: 'BP', auth: 'AA' },
            hash: await sha256(ENDPOINT),
        });
        expect(register).toHaveBeenCalledWith('/alerts-worker.js', {
            scope: '/settings/alerts',
            updateViaCache: 'none',
        });
        expect(registration.pushManager.subscribe).toHaveBeenCalledWith({
            userVisibleOnly: true,
            applicationServerKey: new Uint8Array([1, 2, 3]),
        });
        expect(await standing(ground)).toEqual({ state: 'subscribed', hash: told.hash });
        await unsubscribe(ground);
        expect(subscription.unsubscribe).toHaveBeenCalledOnce();
        expect(await standing(ground)).toEqual({ state: 'unsubscribed' });
    });

    it.each([
        ['denied', 'denied'],
        ['default', 'dismissed'],
    ] as const)('says so when the answer is %s', async (chosen, why) => {
        const { ground, register } = browser('default', chosen);
        await expect(subscribe(ground, 'AQID')).rejects.toEqual(new PushRefused(why));
        expect(register).not.toHaveBeenCalled();
    });

    it('says so when the browser cannot', async () => {
        const { ground } = browser('granted', 'granted', true);
        await expect(subscribe(ground, 'AQID')).rejects.toMatchObject({ why: 'failed' });
    });
});

it('reads base64url', () => {
    expect([...bytes('-_8')]).toEqual([251, 255]);
});
