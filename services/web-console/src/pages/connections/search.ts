import type { Connection } from '../../api/types';
import { isFailing } from './standing';

/** What people look for among many connections. */
export interface Wanted {
    text: string;
    status: StatusFilter;
    venue: string;
    order: Order;
}

export const STATUS_FILTERS = ['all', 'failing', 'connected', 'validating', 'expiring'] as const;
export type StatusFilter = (typeof STATUS_FILTERS)[number];

export const ORDERS = ['trouble', 'label', 'expiry', 'newest', 'oldest'] as const;
export type Order = (typeof ORDERS)[number];

/** Names for ids, so that people find what they see. */
export interface Names {
    venue: (id: string) => string;
    strategy: (id: string) => string;
}

/** Those wanted, in the order wanted. `soon` is the moment before which a key expires soon. */
export function search(
    connections: readonly Connection[],
    wanted: Wanted,
    names: Names,
    soon: number,
): Connection[] {
    const words = fold(wanted.text).split(/\s+/).filter(Boolean);
    return connections
        .filter((one) => wanted.venue === '' || one.venue === wanted.venue)
        .filter((one) => hasStatus(one, wanted.status, soon))
        .filter((one) => {
            const text = haystack(one, names);
            return words.every((word) => text.includes(word));
        })
        .sort(orders[wanted.order]);
}

function hasStatus(one: Connection, status: StatusFilter, soon: number): boolean {
    switch (status) {
        case 'all':
            return true;
        case 'failing':
            return isFailing(one);
        case 'expiring':
            return one.expires_at !== null && Date.parse(one.expires_at) < soon;
        default:
            return one.status === status;
    }
}

function haystack(one: Connection, names: Names): string {
    const bot = one.bot === null ? '' : one.bot.bot_id;
    const parts = [one.label, names.venue(one.venue), one.venue, one.market];
    return fold([...parts, names.strategy(one.strategy_id), bot, one.key_hint].join('\n'));
}

/** Without case, accents and forms of width. */
function fold(text: string): string {
    return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const time = (text: string | null) => (text === null ? Infinity : Date.parse(text));
const RANK: Record<string, number> = { reauth_needed: 0, error: 1, validating: 2, connected: 4 };
const rank = (one: Connection) => RANK[one.status] ?? 3;
const byLabel = (a: Connection, b: Connection) => collator.compare(a.label, b.label);
const byExpiry = (a: Connection, b: Connection) => {
    const [left, right] = [time(a.expires_at), time(b.expires_at)];
    return left === right ? byLabel(a, b) : left - right;
};

const orders: Record<Order, (a: Connection, b: Connection) => number> = {
    trouble: (a, b) => rank(a) - rank(b) || byExpiry(a, b),
    label: byLabel,
    expiry: byExpiry,
    newest: (a, b) => time(b.created_at) - time(a.created_at),
    oldest: (a, b) => time(a.created_at) - time(b.created_at),
};
