/** Loads a script; without a network it waits for it instead of giving up. */
export function patiently<T>(load: () => Promise<T>): () => Promise<T> {
    return async () => {
        for (;;) {
            try {
                return await load();
            } catch (thrown) {
                if (navigator.onLine) throw thrown;
                await new Promise((back) =>
                    window.addEventListener('online', back, { once: true }),
                );
            }
        }
    };
}
