import type { Connection, Reason, Submission, Venue } from '../../api/types';
import { DAY, expiryOf } from '../connections/expiry';
import { ipListOf } from '../connections/ipList';
import { isFailing, needOf } from '../connections/standing';

/** What is broken or soon will be, and what its one fix is. */
export type Attention = { since: string | null; at: string | null } & (
    | { kind: 'failing'; connection: Connection; reason: Reason | null; fix: 'refresh' | 'check' }
    | { kind: 'expiring'; connection: Connection; urgent: boolean; fix: 'refresh' }
    | { kind: 'ip_list'; connection: Connection; missing: string[]; fix: 'see_ip_list' }
    | { kind: 'rejected'; submission: Submission; fix: 'retry' }
    | { kind: 'bot'; connection: Connection; reason: Reason | null; fix: 'see' }
);

/** Smaller is more urgent. */
const URGENCY = {
    dangerous: 0,
    reauth: 1,
    error: 2,
    dying: 3,
    ip: 4,
    rejected: 5,
    expiring: 6,
    bot: 7,
} as const;

const DANGEROUS = ['WITHDRAW_GRANTED', 'TRANSFER_GRANTED'];
// The owner ended it, or a newer key was faster: nothing to do about either.
const SETTLED = ['DISCONNECTED', 'SUPERSEDED'];
const REMEMBERED = 14 * DAY;

/** Everything that asks for attention, the most urgent first; at most one entry a connection. */
export function attentionOf(
    connections: readonly Connection[],
    submissions: readonly Submission[],
    venues: readonly Venue[],
    now: number,
): Attention[] {
    const ours = new Map(venues.map((venue) => [venue.venue, venue.egress_ips]));
    const found = connections
        .map((connection) => ofConnection(connection, ours.get(connection.venue), now))
        .filter((item) => item !== null);
    return [...found, ...ofSubmissions(submissions, connections, now)].sort(
        (a, b) => urgencyOf(a) - urgencyOf(b) || time(a.at) - time(b.at),
    );
}

function ofConnection(
    connection: Connection,
    ours: readonly string[] | undefined,
    now: number,
): Attention | null {
    const { reason, bot } = connection;
    const proven = connection.last_sync_at;
    // Its owner knows, and wants to be left alone with it.
    if (connection.paused) return null;
    if (isFailing(connection)) {
        const fix = needOf(connection) === 'key' ? 'refresh' : 'check';
        return { kind: 'failing', connection, reason, fix, since: proven, at: proven };
    }
    if (connection.status === 'validating') return null;
    const expiry = expiryOf(connection, now);
    if (expiry.kind === 'expired' || expiry.kind === 'urgent') {
        return expiring(connection, true);
    }
    const list = ipListOf(connection.ip_allow_list, ours);
    if (list.kind === 'lacks') {
        const { missing } = list;
        return { kind: 'ip_list', connection, missing, fix: 'see_ip_list', since: null, at: null };
    }
    if (expiry.kind === 'soon') return expiring(connection, false);
    if (bot !== null && bot.state === 'paused') {
        const since = bot.changed_at;
        return { kind: 'bot', connection, reason: bot.reason, fix: 'see', since, at: since };
    }
    return null;
}

function expiring(connection: Connection, urgent: boolean): Attention {
    const at = connection.expires_at;
    return { kind: 'expiring', connection, urgent, fix: 'refresh', since: null, at };
}

function ofSubmissions(
    submissions: readonly Submission[],
    connections: readonly Connection[],
    now: number,
): Attention[] {
    return submissions
        .filter((one) => one.status === 'rejected' && isOpen(one, submissions, connections, now))
        .map((submission) => {
            const at = submission.decided_at ?? submission.created_at;
            return { kind: 'rejected', submission, fix: 'retry', since: at, at };
        });
}

/** Whether nobody has done anything about a refused submission yet. */
function isOpen(
    refused: Submission,
    submissions: readonly Submission[],
    connections: readonly Connection[],
    now: number,
): boolean {
    if (refused.reason !== null && SETTLED.includes(refused.reason.code ?? '')) return false;
    if (now - time(refused.created_at) > REMEMBERED) return false;
    if (refused.type === 'refresh' && !connections.some(sameConnection(refused))) return false;
    const again = refused.type === 'refresh' ? sameConnection(refused) : sameWish(refused);
    return !submissions.some(
        (other) => again(other) && time(other.created_at) > time(refused.created_at),
    );
}

const sameConnection = (one: Submission) => (other: { connection_id: string }) =>
    other.connection_id === one.connection_id;
const sameWish = (one: Submission) => (other: Submission) =>
    other.type === 'add' &&
    other.venue === one.venue &&
    other.market === one.market &&
    other.strategy_id === one.strategy_id;

function urgencyOf(item: Attention): number {
    switch (item.kind) {
        case 'failing':
            if (DANGEROUS.includes(item.reason?.code ?? '')) return URGENCY.dangerous;
            return needOf(item.connection) === 'nothing' ? URGENCY.error : URGENCY.reauth;
        case 'expiring':
            return item.urgent ? URGENCY.dying : URGENCY.expiring;
        case 'ip_list':
            return URGENCY.ip;
        case 'rejected':
            return URGENCY.rejected;
        case 'bot':
            return URGENCY.bot;
    }
}

/** What is not broken and worth knowing: the cautions that came with the keys, per sentence. */
export interface Advice {
    words: string;
    connections: Connection[];
}

/** The cautions of keys that work, each sentence once with the connections that it is about. */
export function adviceOf(connections: readonly Connection[]): Advice[] {
    const found = new Map<string, Connection[]>();
    for (const connection of connections.filter((one) => one.status === 'connected')) {
        for (const words of new Set(connection.warnings)) {
            // How near the end is stands on the card, and newer than in the sentence.
            if (words.startsWith('The key expires on ')) continue;
            found.set(words, [...(found.get(words) ?? []), connection]);
        }
    }
    return [...found].map(([words, about]) => ({ words, connections: about }));
}

function time(text: string | null): number {
    return text === null ? 0 : Date.parse(text);
}
