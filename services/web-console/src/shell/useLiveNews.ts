import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { live } from '../api/live';
import type { createLive } from '../api/live';
import { madeOldBy, toldOf } from '../api/queries';

/** The part of the live events that is needed here; replaced in tests. */
export type News = Pick<
    ReturnType<typeof createLive>,
    'state' | 'subscribe' | 'hear' | 'start' | 'end'
>;

/**
 * Hears the account's events, and has what they make old asked anew. A stream that begins tells of
 * nothing that was before it, so what was asked before is asked anew as well.
 */
export function useLiveNews(account: string | null, news: News = live) {
    const queries = useQueryClient();
    useEffect(() => {
        if (account === null) return;
        const ask = (old: readonly (readonly unknown[])[]) =>
            old.forEach((queryKey) => void queries.invalidateQueries({ queryKey }));
        const deaf = news.hear((event) => ask(madeOldBy(event)));
        const leave = news.subscribe(() => {
            if (news.state() === 'live') ask(toldOf);
        });
        news.start(account);
        return () => {
            deaf();
            leave();
            news.end();
        };
    }, [account, queries, news]);
}
