import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { post } from '../../api/client';
import type { Finding, Venue } from '../../api/types';
import type { Keys } from './logic/answers';
import { keysOf } from './logic/answers';
import { keyProblems } from './logic/fields';

/** What the house says of the form of the keys. `unknown`: it could not be asked. */
export type PasteCheck =
    | { kind: 'none' }
    | { kind: 'checking' }
    | { kind: 'ok' | 'refused'; findings: readonly Finding[] }
    | { kind: 'unknown' };

const QUIET = 700;
const NONE: PasteCheck = { kind: 'none' };

/**
 * Asks the house what was pasted, a moment after the last change and when told to. The values go
 * into the call and nowhere else; an answer to values that have changed since is dropped.
 */
export function usePasteCheck(venue: Venue | null, keys: Keys) {
    // Stands for these values without holding them.
    const mark = useMemo(() => ({ venue: venue?.venue, of: Object.keys(keys) }), [venue, keys]);
    const [told, setTold] = useState<{ mark: object; check: PasteCheck }>({
        mark: {},
        check: NONE,
    });
    const underway = useRef<{ mark: object; answer: Promise<PasteCheck> } | null>(null);

    const now = useCallback(async (): Promise<PasteCheck> => {
        if (underway.current?.mark === mark) return underway.current.answer;
        if (!venue) return NONE;
        setTold({ mark, check: { kind: 'checking' } });
        const answer = askHouse(venue.venue, keysOf(venue, keys));
        underway.current = { mark, answer };
        const check = await answer;
        setTold((last) => (last.mark === mark ? { mark, check } : last));
        // Asked again the next time.
        if (check.kind === 'unknown' && underway.current?.mark === mark) underway.current = null;
        return check;
    }, [mark, venue, keys]);

    useEffect(() => {
        if (!venue || keyProblems(venue, keys).length > 0) return;
        const timer = setTimeout(() => void now(), QUIET);
        return () => clearTimeout(timer);
    }, [venue, keys, now]);

    return { check: told.mark === mark ? told.check : NONE, now };
}

async function askHouse(venue: string, credentials: Record<string, string>): Promise<PasteCheck> {
    try {
        const answer = await post('/v1/venues/{venue}/check-paste', {
            path: { venue },
            body: { credentials },
        });
        return { kind: answer.ok ? 'ok' : 'refused', findings: answer.findings ?? [] };
    } catch {
        return { kind: 'unknown' };
    }
}
