import { QueryClient, useQuery } from '@tanstack/react-query';
import type { LiveEvent } from './live';
import { get, Trouble } from './client';
import type { Connection, Me, Strategy, Submission, Venue } from './types';

/** The names under which answers are kept; `['connections']` covers every `['connections', id]`. */
export const keys = {
    me: ['me'] as const,
    sessions: ['sessions'] as const,
    mailWishes: ['me', 'mails'] as const,
    venues: ['venues'] as const,
    strategies: ['strategies'] as const,
    connections: ['connections'] as const,
    connection: (id: string) => ['connections', id] as const,
    history: (id: string) => ['connections', id, 'history'] as const,
    assets: ['assets'] as const,
    submissions: ['submissions'] as const,
    submission: (id: string) => ['submissions', id] as const,
    faults: ['faults'] as const,
    mails: ['mails'] as const,
    operator: ['operator'] as const,
};

/** Keeps answers; asks again what may have changed when a tab comes back to the front. */
export function createQueries(): QueryClient {
    return new QueryClient({
        defaultOptions: {
            queries: {
                staleTime: 15_000,
                retry: (count, trouble) =>
                    count < 3 && (!(trouble instanceof Trouble) || trouble.passing),
                retryDelay: (count) => Math.min(8_000, 500 * 2 ** count),
            },
            mutations: { retry: false, networkMode: 'always' },
        },
    });
}

/** Which kept answers an event of the live stream makes old. */
export function madeOldBy(event: LiveEvent): readonly (readonly unknown[])[] {
    const area = event.type.split('.')[0];
    switch (area) {
        case 'submission':
            return [keys.submissions, keys.connections];
        case 'connection':
        case 'bot':
            return [keys.connections, keys.assets];
        case 'account':
            return [keys.me, keys.sessions];
        default:
            return [];
    }
}

/** The signed-in account. */
export const useMe = () =>
    useQuery({
        queryKey: keys.me,
        queryFn: async ({ signal }) => (await get('/v1/me', { signal })) as Me,
    });

// The catalogue changes with a release of the house, not while one looks at it.
const CATALOGUE = 10 * 60_000;

/** Every exchange of the catalogue. */
export const useVenues = () =>
    useQuery({
        queryKey: keys.venues,
        staleTime: CATALOGUE,
        queryFn: async ({ signal }) =>
            ((await get('/v1/venues', { signal })).venues ?? []) as Venue[],
    });

/** Every strategy, whatever the exchange and the market. */
export const useStrategies = () =>
    useQuery({
        queryKey: keys.strategies,
        staleTime: CATALOGUE,
        queryFn: async ({ signal }) =>
            ((await get('/v1/strategies', { signal })).strategies ?? []) as Strategy[],
    });

/** Every connection of the account. */
export const useConnections = () =>
    useQuery({
        queryKey: keys.connections,
        queryFn: async ({ signal }): Promise<Connection[]> =>
            (await get('/v1/connections', { signal })).connections ?? [],
    });

/** One connection. */
export const useConnection = (id: string) =>
    useQuery({
        queryKey: keys.connection(id),
        queryFn: ({ signal }): Promise<Connection> =>
            get('/v1/connections/{id}', { path: { id }, signal }),
    });

/** One submission; asked again every few seconds until it is decided, should the stream be away. */
export const useSubmission = (id: string) =>
    useQuery({
        queryKey: keys.submission(id),
        queryFn: ({ signal }): Promise<Submission> =>
            get('/v1/submissions/{id}', { path: { id }, signal }),
        refetchInterval: ({ state }) =>
            state.data?.status === 'received' || state.data?.status === 'validating'
                ? 5_000
                : false,
    });
