import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(() => cleanup());

// A build machine may be busy; none of these tests is about time.
configure({ asyncUtilTimeout: 20_000 });

// What jsdom has not and Mantine asks for.
Object.defineProperty(window, 'matchMedia', {
    writable: true,
    value: (query: string) => ({
        matches: false,
        media: query,
        onchange: null,
        addListener: () => {},
        removeListener: () => {},
        addEventListener: () => {},
        removeEventListener: () => {},
        dispatchEvent: () => false,
    }),
});

class NoResizeObserver {
    observe() {}
    unobserve() {}
    disconnect() {}
}
window.ResizeObserver ??= NoResizeObserver;
Object.assign(Element.prototype, { scrollIntoView: () => {} });
