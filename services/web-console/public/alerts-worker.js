// Shows alerts as notifications and opens the console's page when one is clicked. Nothing else: it
// hears no fetches and keeps nothing.
'use strict';

const HOME = '/connections';

function told(event) {
    try {
        const alert = event.data.json();
        return typeof alert === 'object' && alert !== null ? alert : {};
    } catch {
        return {};
    }
}

const text = (value, otherwise) => (typeof value === 'string' && value !== '' ? value : otherwise);

// What comes with a push leads to this console or to its first page, nowhere else.
function pageOf(url) {
    try {
        const page = new URL(text(url, HOME), self.location.origin);
        return page.origin === self.location.origin ? page.href : self.location.origin + HOME;
    } catch {
        return self.location.origin + HOME;
    }
}

self.addEventListener('push', (event) => {
    const alert = told(event);
    const at = Date.parse(text(alert.at, ''));
    event.waitUntil(
        self.registration.showNotification(text(alert.title, 'Sequence Connect'), {
            body: text(alert.body, ''),
            // A newer alert about the same takes the place of the older one, and is heard again.
            tag: text(alert.tag, 'sequence-connect'),
            renotify: true,
            requireInteraction: alert.urgent === true && alert.kind !== 'test',
            icon: '/mark.svg',
            timestamp: Number.isNaN(at) ? Date.now() : at,
            data: { url: pageOf(alert.url) },
        }),
    );
});

async function open(url) {
    const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const there = windows.find((one) => one.url === url);
    return there ? there.focus() : self.clients.openWindow(url);
}

self.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(open(pageOf(event.notification.data?.url)));
});

// A newer worker takes over at once: it holds no page.
self.addEventListener('install', () => self.skipWaiting());
