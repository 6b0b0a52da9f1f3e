import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, patch, put, remove } from '../../api/client';
import { usePages } from '../../api/pages';
import { keys } from '../../api/queries';
import type { Mail, Schema } from '../../api/types';
import { unwantedAfter, wishesAfter } from './rules';

export const useSessions = () =>
    useQuery({
        queryKey: keys.sessions,
        queryFn: async ({ signal }) => (await get('/v1/sessions', { signal })).sessions,
    });

/** Ends one session, or with null all others. */
export function useEndSession() {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: (id: string | null) =>
            id === null ? remove('/v1/sessions') : remove('/v1/sessions/{id}', { path: { id } }),
        onSettled: () => queries.invalidateQueries({ queryKey: keys.sessions }),
    });
}

export function useChangeMe() {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: (change: Schema<'SettingsRequest'>) => patch('/v1/me', { body: change }),
        onSuccess: (me) => queries.setQueryData(keys.me, me),
    });
}

export function useChangePassword() {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: (body: Schema<'PasswordRequest'>) => put('/v1/me/password', { body }),
        onSuccess: () => queries.invalidateQueries({ queryKey: keys.sessions }),
    });
}

type Wishes = Schema<'MailWishes'>;

export const useWishes = () =>
    useQuery({
        queryKey: keys.mailWishes,
        queryFn: ({ signal }) => get('/v1/me/mails', { signal }),
    });

/** Switches one mail; shown at once, and taken back when the house refuses. */
export function useSwitchMail() {
    const queries = useQueryClient();
    return useMutation({
        // One after the other: each sends the whole list.
        scope: { id: 'mail-wishes' },
        mutationFn: ({ mail, wanted }: { mail: string; wanted: boolean }) => {
            const now = queries.getQueryData<Wishes>(keys.mailWishes)?.mails ?? [];
            return put('/v1/me/mails', {
                body: { unwanted: unwantedAfter(now, mail, wanted) },
            });
        },
        onMutate: async ({ mail, wanted }) => {
            await queries.cancelQueries({ queryKey: keys.mailWishes });
            queries.setQueryData<Wishes>(
                keys.mailWishes,
                (old) => old && { mails: wishesAfter(old.mails, mail, wanted) },
            );
        },
        onSuccess: (wishes) => queries.setQueryData(keys.mailWishes, wishes),
        onError: () => queries.invalidateQueries({ queryKey: keys.mailWishes }),
    });
}

/** The account's own mails of 30 days. */
export const useMails = () =>
    usePages<Mail>({
        key: keys.mails,
        limit: 20,
        get: async (query, signal) => {
            const { mails, next } = await get('/v1/mails', { query, signal });
            return { rows: mails, next };
        },
    });
