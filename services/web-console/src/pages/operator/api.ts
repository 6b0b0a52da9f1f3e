import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, patch, post, put, remove } from '../../api/client';
import { usePages } from '../../api/pages';
import { keys } from '../../api/queries';
import type {
    AccountSummary,
    Incident,
    OperatorMail,
    OperatorSubmission,
    Schema,
    SupportMessage,
    SupportRequest,
} from '../../api/types';

const account = (id: string) => [...keys.operator, 'account', id] as const;

// The address that is looked for travels to the house, but never into the page's own address.
export const useAccounts = ({ waiting, email }: { waiting: boolean; email: string | null }) =>
    usePages<AccountSummary>({
        key: [...keys.operator, 'accounts', waiting, email],
        get: async (stretch, signal) => {
            const asked = email === null ? { waiting: waiting ? 'true' : undefined } : { email };
            const query = { ...asked, ...stretch };
            const { accounts, next } = await get('/v1/operator/accounts', { query, signal });
            return { rows: accounts, next };
        },
    });

interface RequestFilters {
    state: SupportRequest['state'];
    account_id?: string;
}

export const useRequests = (filters: RequestFilters, limit?: number) =>
    usePages<SupportRequest>({
        key: [...keys.operator, 'requests', filters],
        limit,
        get: async (stretch, signal) => {
            const query = { ...filters, ...stretch };
            const answer = await get('/v1/operator/support-requests', { query, signal });
            return { rows: answer.support_requests, next: answer.next };
        },
    });

interface SubmissionFilters {
    status?: string;
    venue?: string;
    account_id?: string;
}

export const useOperatorSubmissions = (filters: SubmissionFilters, limit?: number) =>
    usePages<OperatorSubmission>({
        key: [...keys.operator, 'submissions', filters],
        limit,
        get: async (stretch, signal) => {
            const query = { ...filters, ...stretch };
            const { submissions, next } = await get('/v1/operator/submissions', { query, signal });
            return { rows: submissions, next };
        },
    });

interface MailFilters {
    delivery?: string;
    account_id?: string;
}

export const useOperatorMails = (filters: MailFilters, limit?: number) =>
    usePages<OperatorMail>({
        key: [...keys.operator, 'mails', filters],
        limit,
        get: async (stretch, signal) => {
            const query = { ...filters, ...stretch };
            const { mails, next } = await get('/v1/operator/mails', { query, signal });
            return { rows: mails, next };
        },
    });

export const useIncidents = () =>
    usePages<Incident>({
        key: [...keys.operator, 'incidents'],
        limit: 5,
        get: async (stretch, signal) => {
            const answer = await get('/v1/operator/incidents', { query: stretch, signal });
            return { rows: answer.incidents, next: answer.next };
        },
    });

export const useBudgets = () =>
    useQuery({
        queryKey: [...keys.operator, 'budgets'],
        queryFn: async ({ signal }) => (await get('/v1/operator/budgets', { signal })).budgets,
        refetchInterval: 10_000,
    });

export const useMessages = (id: string) =>
    usePages<SupportMessage>({
        key: [...keys.operator, 'messages', id],
        limit: 20,
        get: async (query, signal) => {
            const path = '/v1/operator/accounts/{id}/messages';
            const { messages, next } = await get(path, { path: { id }, query, signal });
            return { rows: messages, next };
        },
    });

export const useAccount = (id: string) =>
    useQuery({
        queryKey: account(id),
        queryFn: ({ signal }) => get('/v1/operator/accounts/{id}', { path: { id }, signal }),
    });

export const useInvitations = (id: string) =>
    useQuery({
        queryKey: [...account(id), 'invitations'],
        queryFn: async ({ signal }) => {
            const path = '/v1/operator/accounts/{id}/invitations';
            return (await get(path, { path: { id }, signal })).strategies ?? [];
        },
    });

// Each of these may close requests and change counts, so all that operators see is asked anew.
function useAct<Given>(act: (given: Given) => Promise<unknown>) {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: act,
        onSuccess: () => queries.invalidateQueries({ queryKey: keys.operator }),
    });
}

export const useClearance = () =>
    useAct((given: { id: string; cleared: boolean }) =>
        patch('/v1/operator/accounts/{id}', {
            path: { id: given.id },
            body: { support_clearance: given.cleared ? 'cleared' : 'needed' },
        }),
    );

export const useInvite = () =>
    useAct(({ invited, ...path }: { id: string; strategy: string; invited: boolean }) =>
        invited
            ? put('/v1/operator/accounts/{id}/invitations/{strategy}', { path })
            : remove('/v1/operator/accounts/{id}/invitations/{strategy}', { path }),
    );

export const useTurnRequest = () =>
    useAct((given: { id: string; state: SupportRequest['state'] }) =>
        patch('/v1/operator/support-requests/{id}', {
            path: { id: given.id },
            body: { state: given.state },
        }),
    );

export type Draft = Schema<'MessageForm'>;

/** Sends a message; the same `once` sent again sends nothing twice. */
export const useSend = () =>
    useAct((given: { id: string; draft: Draft; once: string }) =>
        post('/v1/operator/accounts/{id}/messages', {
            path: { id: given.id },
            body: given.draft,
            headers: { 'Idempotency-Key': given.once },
        }),
    );

/** By what an account is alerted beside the mail: kind and state, nothing more. */
export const useChannelStates = (id: string) =>
    useQuery({
        queryKey: [...keys.operator, 'channels', id],
        queryFn: async ({ signal }) =>
            (await get('/v1/operator/accounts/{id}/channels', { path: { id }, signal })).channels,
    });
