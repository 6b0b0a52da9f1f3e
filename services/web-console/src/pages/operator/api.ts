import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/client';
import { usePages } from '../../api/pages';
import { keys } from '../../api/queries';
import type { Me, Reason } from '../../api/types';
import type { MailView } from '../settings/api';

/** An account in the operators' list. */
export interface AccountSummary {
    account_id: string;
    client_id: string;
    email: string;
    name: string;
    role: string;
    support_clearance: string;
    registered_at: string;
    connections: number;
    open_support_requests: number;
}

/** Somebody who waits for support. */
export interface SupportRequest {
    support_request_id: string;
    account_id: string;
    client_id: string;
    email: string;
    kind: string;
    venue: string | null;
    market: string | null;
    strategy_id: string | null;
    message: string | null;
    times: number;
    first_at: string;
    last_at: string;
    state: string;
}

/** A submission, and whose it is. */
export interface OperatorSubmission {
    submission_id: string;
    connection_id: string;
    account_id: string;
    client_id: string;
    email: string;
    type: string;
    status: string;
    reason: Reason | null;
    venue: string;
    market: string;
    strategy_id: string;
    label: string;
    created_at: string;
    decided_at: string | null;
}

/** A mail, and whose it is. */
export interface OperatorMail extends MailView {
    account_id: string;
    client_id: string;
    email: string;
}

/** What an operator wrote to an account. */
export interface SupportMessage {
    message_id: string;
    subject: string;
    text: string;
    written_by: string;
    written_by_name: string | null;
    written_at: string;
}

const account = (id: string) => [...keys.operator, 'account', id] as const;

// The address that is looked for travels to the house, but never into the page's own address.
export const useAccounts = (asked: { waiting: boolean; email: string | null }) =>
    usePages<AccountSummary>({
        key: [...keys.operator, 'accounts'],
        path: '/v1/operator/accounts',
        rows: 'accounts',
        query: asked.email === null ? { waiting: asked.waiting || null } : { email: asked.email },
    });

export const useRequests = (asked: { state: string; account_id?: string; limit?: number }) =>
    usePages<SupportRequest>({
        key: [...keys.operator, 'requests'],
        path: '/v1/operator/support-requests',
        rows: 'support_requests',
        query: { state: asked.state, account_id: asked.account_id },
        limit: asked.limit,
    });

export interface SubmissionFilters {
    status?: string;
    venue?: string;
    account_id?: string;
}

export const useOperatorSubmissions = (filters: SubmissionFilters, limit?: number) =>
    usePages<OperatorSubmission>({
        key: [...keys.operator, 'submissions'],
        path: '/v1/operator/submissions',
        rows: 'submissions',
        query: { ...filters },
        limit,
    });

export const useOperatorMails = (
    filters: { delivery?: string; account_id?: string },
    limit?: number,
) =>
    usePages<OperatorMail>({
        key: [...keys.operator, 'mails'],
        path: '/v1/operator/mails',
        rows: 'mails',
        query: { ...filters },
        limit,
    });

export const useMessages = (id: string) =>
    usePages<SupportMessage>({
        key: [...keys.operator, 'messages', id],
        path: '/v1/operator/accounts/{id}/messages',
        pathValues: { id },
        rows: 'messages',
        limit: 20,
    });

export const useAccount = (id: string) =>
    useQuery({
        queryKey: account(id),
        queryFn: ({ signal }) =>
            ask<Me>('GET', '/v1/operator/accounts/{id}', { path: { id }, signal }),
    });

export const useInvitations = (id: string) =>
    useQuery({
        queryKey: [...account(id), 'invitations'],
        queryFn: async ({ signal }) =>
            (
                await ask<{ strategies: string[] }>(
                    'GET',
                    '/v1/operator/accounts/{id}/invitations',
                    { path: { id }, signal },
                )
            ).strategies,
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
        ask('PATCH', '/v1/operator/accounts/{id}', {
            path: { id: given.id },
            body: { support_clearance: given.cleared ? 'cleared' : 'needed' },
        }),
    );

export const useInvite = () =>
    useAct((given: { id: string; strategy: string; invited: boolean }) =>
        ask(given.invited ? 'PUT' : 'DELETE', '/v1/operator/accounts/{id}/invitations/{strategy}', {
            path: { id: given.id, strategy: given.strategy },
        }),
    );

export const useTurnRequest = () =>
    useAct((given: { id: string; state: 'open' | 'closed' }) =>
        ask('PATCH', '/v1/operator/support-requests/{id}', {
            path: { id: given.id },
            body: { state: given.state },
        }),
    );

export interface Draft {
    subject: string;
    text: string;
}

/** Sends a message; the same `once` sent again sends nothing twice. */
export const useSend = () =>
    useAct((given: { id: string; draft: Draft; once: string }) =>
        ask<{ message_id: string }>('POST', '/v1/operator/accounts/{id}/messages', {
            path: { id: given.id },
            body: given.draft,
            headers: { 'Idempotency-Key': given.once },
        }),
    );
