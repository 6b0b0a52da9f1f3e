/** Alerts in this browser: the browser's side of web push (RFC 8030, RFC 8291). */

const WORKER = '/alerts-worker.js';
// The worker has no business with any page but the one that set it up.
const SCOPE = '/settings/alerts';

/** What a browser lets pages do; replaced in tests. */
export interface PushGround {
    workers: Pick<ServiceWorkerContainer, 'getRegistration' | 'register'> | undefined;
    notifications: Pick<typeof Notification, 'permission' | 'requestPermission'> | undefined;
    push: boolean;
}

/** The browser that this runs in. */
export const thisBrowser = (): PushGround => ({
    workers: 'serviceWorker' in navigator ? navigator.serviceWorker : undefined,
    notifications: 'Notification' in window ? Notification : undefined,
    push: 'PushManager' in window,
});

/** How this browser stands; `subscribed` says nothing of whether the house knows of it. */
export type Standing =
    { state: 'unsupported' | 'denied' | 'unsubscribed' } | { state: 'subscribed'; hash: string };

/** What the house is told of a subscription. */
export interface Subscribed {
    endpoint: string;
    keys: { p256dh: string; auth: string };
    hash: string;
}

/** Why a browser did not subscribe. */
export class PushRefused extends Error {
    readonly why: 'denied' | 'dismissed' | 'failed';

    constructor(why: 'denied' | 'dismissed' | 'failed') {
        super(why);
        this.why = why;
    }
}

/** Looks, and asks nobody. */
export async function standing(ground: PushGround): Promise<Standing> {
    const { workers, notifications, push } = ground;
    if (!workers || !notifications || !push) return { state: 'unsupported' };
    if (notifications.permission === 'denied') return { state: 'denied' };
    const registration = await workers.getRegistration(SCOPE);
    const subscription = await registration?.pushManager.getSubscription();
    return subscription
        ? { state: 'subscribed', hash: await sha256(subscription.endpoint) }
        : { state: 'unsubscribed' };
}

/** Asks for permission and subscribes; only in answer to a click. */
export async function subscribe(ground: PushGround, key: string): Promise<Subscribed> {
    const { workers, notifications } = ground;
    if (!workers || !notifications) throw new PushRefused('failed');
    const permission = await notifications.requestPermission();
    if (permission !== 'granted') {
        throw new PushRefused(permission === 'denied' ? 'denied' : 'dismissed');
    }
    try {
        const registration = await workers.register(WORKER, {
            scope: SCOPE,
            updateViaCache: 'none',
        });
        await active(registration);
        // One of another house's key, or one that was lost, is of no use.
        await (await registration.pushManager.getSubscription())?.unsubscribe();
        const made = await registration.pushManager.subscribe({
            userVisibleOnly: true,
            applicationServerKey: bytes(key),
        });
        return await toldOf(made);
    } catch {
        throw new PushRefused('failed');
    }
}

/** Ends the subscription; the house learns of it by itself, should it not be told. */
export async function unsubscribe(ground: PushGround): Promise<void> {
    const registration = await ground.workers?.getRegistration(SCOPE);
    await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

async function toldOf(subscription: PushSubscription): Promise<Subscribed> {
    const { endpoint, keys } = subscription.toJSON();
    if (!endpoint || !keys?.p256dh || !keys.auth) throw new Error('no keys');
    return {
        endpoint,
        keys: { p256dh: keys.p256dh, auth: keys.auth },
        hash: await sha256(endpoint),
    };
}

/** Resolves once the worker runs: before, there is nobody to push to. */
function active(registration: ServiceWorkerRegistration): Promise<void> {
    const worker = registration.installing ?? registration.waiting;
    if (registration.active || !worker) return Promise.resolve();
    return new Promise((resolve, reject) => {
        worker.addEventListener('statechange', () => {
            if (worker.state === 'activated') resolve();
            if (worker.state === 'redundant') reject(new Error('redundant'));
        });
    });
}

/** SHA-256 as the house writes it, by which a page finds its own channel. */
export async function sha256(text: string): Promise<string> {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return Array.from(new Uint8Array(digest), (one) => one.toString(16).padStart(2, '0')).join('');
}

/** Base64url as bytes. */
export function bytes(base64url: string): Uint8Array<ArrayBuffer> {
    const plain = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(plain, (one) => one.charCodeAt(0));
}
