import { useEffect, useState } from 'react';
import { MINUTE } from './expiry';

/** The time in whole minutes, for judgements that need no seconds. */
export function useMinute(): number {
    const [minute, setMinute] = useState(now);
    useEffect(() => {
        const timer = setInterval(() => setMinute(now()), 5_000);
        return () => clearInterval(timer);
    }, []);
    return minute;
}

function now(): number {
    return Math.floor(Date.now() / MINUTE) * MINUTE;
}
