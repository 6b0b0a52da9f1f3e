import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { isTrouble, patch, post, remove } from '../../api/client';
import { keys } from '../../api/queries';
import type { Connection } from '../../api/types';

/** Renames at once; when the house refuses, the old name comes back. */
export function useRename(id: string) {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: (label: string) =>
            patch('/v1/connections/{id}', { path: { id }, body: { label } }),
        onMutate: async (label) => {
            await queries.cancelQueries({ queryKey: keys.connections });
            const before = labelOf(queries, id);
            change(queries, id, { label });
            return { before };
        },
        onError: (_trouble, _label, context) => {
            if (context?.before !== undefined) change(queries, id, { label: context.before });
        },
        onSuccess: (renamed: Connection) => change(queries, id, renamed),
        onSettled: () => stale(queries),
    });
}

/** Makes a connection the one that executes. */
export function useActivate(id: string) {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: () => post('/v1/connections/{id}/activate', { path: { id } }),
        onSuccess: (activated: Connection) => {
            queries.setQueryData<Connection[]>(keys.connections, (all) =>
                all?.map((one) => ({ ...one, active: one.connection_id === id })),
            );
            change(queries, id, activated);
        },
        onSettled: () => stale(queries),
    });
}

/** Pauses a connection or takes it up again. */
export function usePause(id: string) {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: (paused: boolean) =>
            patch('/v1/connections/{id}', { path: { id }, body: { paused } }),
        onSuccess: (changed: Connection) => change(queries, id, changed),
        onSettled: () => stale(queries),
    });
}

/** Ends a connection. One that is gone already is ended as well. */
export function useDisconnect(id: string) {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: async () => {
            try {
                await remove('/v1/connections/{id}', { path: { id } });
            } catch (thrown) {
                if (!isTrouble(thrown, 404)) throw thrown;
            }
        },
        onSuccess: async () => {
            await queries.cancelQueries({ queryKey: keys.connections });
            queries.setQueryData<Connection[]>(keys.connections, (all) =>
                all?.filter((one) => one.connection_id !== id),
            );
            void queries.invalidateQueries({ queryKey: keys.connections, exact: true });
            void queries.invalidateQueries({ queryKey: keys.assets });
            void queries.invalidateQueries({ queryKey: keys.submissions });
        },
    });
}

/** Puts what is newer into every kept answer that shows the connection. */
export function change(queries: QueryClient, id: string, changes: Partial<Connection>) {
    queries.setQueryData<Connection[]>(keys.connections, (all) =>
        all?.map((one) => (one.connection_id === id ? { ...one, ...changes } : one)),
    );
    queries.setQueryData<Connection>(keys.connection(id), (one) => one && { ...one, ...changes });
}

function labelOf(queries: QueryClient, id: string): string | undefined {
    const one = queries.getQueryData<Connection>(keys.connection(id));
    const all = queries.getQueryData<Connection[]>(keys.connections);
    return (one ?? all?.find((other) => other.connection_id === id))?.label;
}

function stale(queries: QueryClient) {
    void queries.invalidateQueries({ queryKey: keys.connections });
    void queries.invalidateQueries({ queryKey: keys.assets });
}
