import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask, get } from '../../api/client';
import { keys, useStrategies, useVenues } from '../../api/queries';
import type { Connection, Submission, Venue } from '../../api/types';
import type { AssetView } from '../assets/holdings';
import type { History } from './history';

// Proofs of pings are too many for the stream; whoever looks at ages asks for them.
const PROOFS = 20_000;
const HISTORY = 60_000;

/** Every connection, asked for again while one looks at how long ago each was proven. */
export const useWatchedConnections = () =>
    useQuery({
        queryKey: keys.connections,
        queryFn: async ({ signal }): Promise<Connection[]> =>
            (await get('/v1/connections', { signal })).connections ?? [],
        refetchInterval: PROOFS,
    });

/** One connection, asked for again while one looks at it. */
export const useWatchedConnection = (id: string) =>
    useQuery({
        queryKey: keys.connection(id),
        queryFn: ({ signal }): Promise<Connection> =>
            get('/v1/connections/{id}', { path: { id }, signal }),
        refetchInterval: PROOFS,
    });

/** The last 24 hours of a connection. */
export const useHistory = (id: string) =>
    useQuery({
        queryKey: keys.history(id),
        queryFn: ({ signal }) =>
            ask<History>('GET', '/v1/connections/{id}/history', { path: { id }, signal }),
        refetchInterval: HISTORY,
    });

/** The newest submissions; asked for again every few seconds while one of them is under way. */
export const useRecentSubmissions = () =>
    useQuery({
        queryKey: [...keys.submissions, 'recent'],
        queryFn: async ({ signal }) =>
            (
                await ask<{ submissions: Submission[] }>('GET', '/v1/submissions', {
                    query: { limit: 50 },
                    signal,
                })
            ).submissions,
        refetchInterval: ({ state }) => (state.data?.some(isUnderway) ? 5_000 : false),
    });

/** Whether a submission has no verdict yet. */
export function isUnderway({ status }: Submission): boolean {
    return status === 'received' || status === 'validating';
}

/** The account's assets across its connections. */
export const useAssets = () =>
    useQuery({
        queryKey: keys.assets,
        queryFn: async ({ signal }) =>
            (await ask<{ assets: AssetView[] }>('GET', '/v1/assets', { signal })).assets,
        refetchInterval: HISTORY,
    });

/** What ids are called; an id stands for itself until its name is known. */
export function useNames() {
    const venues = useVenues().data;
    const strategies = useStrategies().data;
    return useMemo(() => {
        const byVenue = new Map<string, Venue>(venues?.map((one) => [one.venue, one]));
        const byStrategy = new Map(strategies?.map((one) => [one.strategy_id, one.name]));
        return {
            venues: venues ?? [],
            find: (id: string) => byVenue.get(id),
            venue: (id: string) => byVenue.get(id)?.name ?? id,
            strategy: (id: string) => byStrategy.get(id) ?? id,
        };
    }, [venues, strategies]);
}
