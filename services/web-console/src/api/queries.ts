import { QueryClient, useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { get, post, Trouble } from './client';
import type { LiveEvent } from './live';
import { usePages } from './pages';
import type { Connection, Me, Strategy, Submission, SupportRequestForm, Venue } from './types';

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
    alerts: ['alerts'] as const,
    deliveries: ['deliveries'] as const,
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

// By the first word of an event's type.
const OLD: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
    submission: [keys.submissions, keys.connections],
    connection: [keys.connections, keys.assets],
    bot: [keys.connections, keys.assets],
    account: [keys.me, keys.sessions, keys.alerts],
    channel: [keys.alerts],
    alert: [keys.deliveries],
};

/** Which kept answers an event of the live stream makes old. */
export const madeOldBy = (event: LiveEvent) => OLD[event.type.split('.')[0] ?? ''] ?? [];

/** Which kept answers any event may make old, each once. */
export const toldOf = [...new Set(Object.values(OLD).flat())];

/** The signed-in account. */
export const useMe = () =>
    useQuery({
        queryKey: keys.me,
        queryFn: async ({ signal }) => (await get('/v1/me', { signal })) as Me,
    });

// The catalogue changes with a release of the house, not while one looks at it.
const CATALOGUE = 10 * 60_000;
// Proofs of pings are too many for the stream; whoever looks at ages asks for them.
const PROOFS = 20_000;
const MINUTE = 60_000;
// Should the stream be away.
const SOON = 5_000;

const CONNECTIONS = {
    queryKey: keys.connections,
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Connection[]> =>
        (await get('/v1/connections', { signal })).connections ?? [],
};

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
export const useConnections = () => useQuery(CONNECTIONS);

/** Every connection, asked for again while one looks at how long ago each was proven. */
export const useWatchedConnections = () => useQuery({ ...CONNECTIONS, refetchInterval: PROOFS });

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
        queryFn: ({ signal }) => get('/v1/connections/{id}/history', { path: { id }, signal }),
        refetchInterval: MINUTE,
    });

/** The account's assets across its connections. */
export const useAssets = () =>
    useQuery({
        queryKey: keys.assets,
        queryFn: async ({ signal }) => (await get('/v1/assets', { signal })).assets,
        refetchInterval: MINUTE,
    });

/** The newest submissions; asked for again every few seconds while one of them is under way. */
export const useRecentSubmissions = () =>
    useQuery({
        queryKey: [...keys.submissions, 'recent'],
        queryFn: async ({ signal }): Promise<Submission[]> =>
            (await get('/v1/submissions', { query: { limit: '50' }, signal })).submissions,
        refetchInterval: ({ state }) => (state.data?.some(isUnderway) ? SOON : false),
    });

/** Every submission of the account, newest first. */
export const useSubmissions = () =>
    usePages<Submission>({
        key: keys.submissions,
        get: async (query, signal) => {
            const { submissions, next } = await get('/v1/submissions', { query, signal });
            return { rows: submissions, next };
        },
    });

/** One submission; asked again every few seconds until it is decided, should the stream be away. */
export const useSubmission = (id: string) =>
    useQuery({
        queryKey: keys.submission(id),
        queryFn: ({ signal }): Promise<Submission> =>
            get('/v1/submissions/{id}', { path: { id }, signal }),
        refetchInterval: ({ state }) => (state.data && isUnderway(state.data) ? SOON : false),
    });

/** Whether a submission has no verdict yet. */
export function isUnderway({ status }: Submission): boolean {
    return status === 'received' || status === 'validating';
}

/** Every reason that the house gives; open to those who are not signed in. */
export const useFaults = () =>
    useQuery({
        queryKey: keys.faults,
        staleTime: CATALOGUE,
        queryFn: async ({ signal }) => (await get('/v1/faults', { signal })).faults,
    });

/** Tells support that this client waits for them. */
export const useAskSupport = () =>
    useMutation({
        mutationFn: (body: SupportRequestForm) => post('/v1/support-requests', { body }),
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
