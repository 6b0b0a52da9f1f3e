import { useEffect, useRef } from 'react';

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'input', 'scroll', 'touchstart'] as const;

/** Does something once nobody has touched the page for a while; a sleeping computer counts. */
export function useIdle(millis: number, active: boolean, act: () => void) {
    const action = useRef(act);
    useEffect(() => {
        action.current = act;
    }, [act]);
    useEffect(() => {
        if (!active) return;
        let touched = Date.now();
        const touch = () => (touched = Date.now());
        const look = () => {
            if (Date.now() - touched < millis) return;
            touched = Date.now();
            action.current();
        };
        const timer = setInterval(look, 15_000);
        // Timers rest while a tab is hidden; what is overdue is done before it is seen again.
        document.addEventListener('visibilitychange', look);
        SIGNS.forEach((sign) => window.addEventListener(sign, touch, { passive: true }));
        return () => {
            clearInterval(timer);
            document.removeEventListener('visibilitychange', look);
            SIGNS.forEach((sign) => window.removeEventListener(sign, touch));
        };
    }, [millis, active]);
}
