import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';

/* The one thing that the console keeps on a device; public/scheme.js reads it before the first paint. */
const NAME = 'sequence-colours';

function kept(): MantineColorScheme | null {
    try {
        // eslint-disable-next-line no-restricted-globals
        const value = localStorage.getItem(NAME);
        return value === 'light' || value === 'dark' || value === 'auto' ? value : null;
    } catch {
        return null;
    }
}

/** Keeps the chosen colours, and follows a choice made in another tab. */
export function colourKeeper(): MantineColorSchemeManager {
    let heard: ((event: StorageEvent) => void) | undefined;
    return {
        get: (usual) => kept() ?? usual,
        set(value) {
            try {
                // eslint-disable-next-line no-restricted-globals
                localStorage.setItem(NAME, value);
            } catch {
                // Then the choice holds for this tab alone.
            }
        },
        subscribe(onUpdate) {
            heard = (event) => {
                if (event.key === NAME) onUpdate(kept() ?? 'auto');
            };
            window.addEventListener('storage', heard);
        },
        unsubscribe() {
            if (heard) window.removeEventListener('storage', heard);
        },
        clear() {
            try {
                // eslint-disable-next-line no-restricted-globals
                localStorage.removeItem(NAME);
            } catch {
                // Nothing was kept.
            }
        },
    };
}
