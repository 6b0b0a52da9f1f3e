import { useEffect, useRef } from 'react';
import { session } from '../../api/session';

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'input', 'scroll', 'touchstart'] as const;

/**
 * Does something once nobody has touched the page for a while; a sleeping computer counts, and so
 * does a page that waits out of sight until somebody signs in again.
 */
export function useIdle(millis: number, active: boolean, act: () => void) {
    const action = useRef(act);
    const touched = useRef(0);
    const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
    useEffect(() => {
        action.current = act;
    }, [act]);
    useEffect(() => {
        clearTimeout(waiting.current);
        if (!active) return;
        const touch = () => (touched.current = Date.now());
        const look = () => {
            if (Date.now() - touched.current < millis) return;
            touch();
            action.current();
        };
        touch();
        const timer = setInterval(look, 15_000);
        // Timers rest while a tab is hidden; what is overdue is done before it is seen again.
        document.addEventListener('visibilitychange', look);
        SIGNS.forEach((sign) => window.addEventListener(sign, touch, { passive: true }));
        return () => {
            clearInterval(timer);
            document.removeEventListener('visibilitychange', look);
            SIGNS.forEach((sign) => window.removeEventListener(sign, touch));
            // Out of sight until somebody signs in again; a page that was left is gone anyway.
            const state = session.state();
            if (state.kind === 'out' && state.why === 'ended') {
                waiting.current = setTimeout(() => action.current(), millis);
            }
        };
    }, [millis, active]);
}
