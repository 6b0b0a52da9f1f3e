import { useSyncExternalStore } from 'react';
import { format } from '../words';

let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

// One clock for all that show an age, running only while somebody looks.
function subscribe(listener: () => void) {
    listeners.add(listener);
    if (timer === undefined) {
        now = Date.now();
        timer = setInterval(() => {
            now = Date.now();
            listeners.forEach((one) => one());
        }, 1_000);
    }
    return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
            clearInterval(timer);
            timer = undefined;
        }
    };
}

/** The time, every second. */
export function useNow(): number {
    return useSyncExternalStore(subscribe, () => now);
}

/** How long ago something was, counting on: "23 s ago"; the exact moment on hover. */
export function Ago({ at }: { at: string }) {
    const age = useNow() - new Date(at).getTime();
    return (
        <time dateTime={at} title={format.moment(at)}>
            {format.ago(age)}
        </time>
    );
}
