import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { live } from '../api/live';
import { madeOldBy } from '../api/queries';

/** Hears the account's events, and has what they make old asked anew. */
export function useLiveNews(account: string | null) {
    const queries = useQueryClient();
    useEffect(() => {
        if (account === null) return;
        const stop = live.hear((event) =>
            madeOldBy(event).forEach((queryKey) => void queries.invalidateQueries({ queryKey })),
        );
        live.start(account);
        return () => {
            stop();
            live.end();
        };
    }, [account, queries]);
}
