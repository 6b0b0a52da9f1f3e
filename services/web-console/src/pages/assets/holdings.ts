import type { AssetTotal, Connection, Holding } from '../../api/types';
import { isFailing } from '../connections/standing';
import { compareDecimals, isZero, readDecimal, sumOf } from './decimals';

/** How far an amount can be trusted: `stale` amounts are of a connection that fails, or are old. */
export type Trust = 'fresh' | 'stale' | 'undated';

/** A holding, how old it is and whether it can be trusted. */
export interface TrustedHolding extends Holding {
    asset: string;
    trust: Trust;
    /** Whether the connection fails; the amounts are those of the last time it worked. */
    failing: boolean;
}

/** An asset with its exact sum. */
export interface AssetRow {
    sandbox: boolean;
    asset: string;
    total: string | null;
    free: string | null;
    holdings: TrustedHolding[];
    /** The worst of its parts. */
    trust: Trust;
}

/** A connection and what lies there; `unread` when its balances were never read. */
export interface ConnectionHoldings {
    connection_id: string;
    label: string;
    venue: string;
    unread: boolean;
    failing: boolean;
    as_of: string | null;
    holdings: TrustedHolding[];
}

// Balances are read every few minutes; after a quarter of an hour something is amiss.
const OLD = 15 * 60_000;

/** The assets by name, each with the sum of what was read of it; zeros only if they are wanted. */
export function byAsset(
    assets: readonly AssetTotal[],
    connections: readonly Connection[],
    now: number,
    zeros: boolean,
): AssetRow[] {
    const failing = failingIds(connections);
    return assets
        .map((one) => rowOf(one, failing, now, zeros))
        .filter((row) => zeros || row.holdings.length > 0)
        .sort((a, b) => Number(a.sandbox) - Number(b.sandbox) || names.compare(a.asset, b.asset));
}

function rowOf(
    { mode, asset, holdings }: AssetTotal,
    failing: ReadonlySet<string>,
    now: number,
    zeros: boolean,
): AssetRow {
    const shown = holdings
        .map((holding) => trusted(asset, holding, failing, now))
        .filter((holding) => zeros || !isZero(holding.total))
        .sort((a, b) => larger(a.total, b.total) || names.compare(a.label, b.label));
    return {
        sandbox: mode === 'sandbox',
        asset,
        total: sumOf(shown.map((holding) => holding.total)),
        free: sumOf(shown.map((holding) => holding.free)),
        holdings: shown,
        trust: worst(shown),
    };
}

/** Every connection with what lies there, those that were never read too. */
export function byConnection(
    assets: readonly AssetTotal[],
    connections: readonly Connection[],
    now: number,
    zeros: boolean,
): ConnectionHoldings[] {
    const failing = failingIds(connections);
    const all = assets.flatMap(({ asset, holdings }) =>
        holdings.map((holding) => trusted(asset, holding, failing, now)),
    );
    return connections
        .filter((connection) => connection.status !== 'validating')
        .map((connection) => {
            const own = all.filter((one) => one.connection_id === connection.connection_id);
            const read = readAt(connection) ?? oldest(own);
            return {
                connection_id: connection.connection_id,
                label: connection.label,
                venue: connection.venue,
                unread: own.length === 0 && read === null,
                failing: isFailing(connection),
                as_of: read,
                holdings: own
                    .filter((holding) => zeros || !isZero(holding.total))
                    .sort((a, b) => names.compare(a.asset, b.asset)),
            };
        });
}

/** When a connection's balances were read; null when that is not known. */
export function readAt(connection: Connection): string | null {
    return connection.balances_at ?? null;
}

function trusted(
    asset: string,
    holding: Holding,
    failing: ReadonlySet<string>,
    now: number,
): TrustedHolding {
    const fails = failing.has(holding.connection_id);
    const old = holding.as_of !== null && now - Date.parse(holding.as_of) > OLD;
    const trust = fails || old ? 'stale' : holding.as_of === null ? 'undated' : 'fresh';
    return { ...holding, asset, failing: fails, trust };
}

function worst(holdings: readonly TrustedHolding[]): Trust {
    if (holdings.some(({ trust }) => trust === 'stale')) return 'stale';
    return holdings.some(({ trust }) => trust === 'undated') ? 'undated' : 'fresh';
}

function oldest(holdings: readonly TrustedHolding[]): string | null {
    const known = holdings.map(({ as_of }) => as_of).filter((at) => at !== null);
    return known.toSorted()[0] ?? null;
}

function failingIds(connections: readonly Connection[]): ReadonlySet<string> {
    return new Set(connections.filter(isFailing).map((one) => one.connection_id));
}

function larger(a: string, b: string): number {
    const [left, right] = [readDecimal(a), readDecimal(b)];
    return left === null || right === null ? 0 : compareDecimals(right, left);
}

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Whether every word of a search is in one of the parts. */
export function fits(text: string, parts: readonly string[]): boolean {
    const all = parts.join('\n').toLocaleLowerCase();
    return text
        .toLocaleLowerCase()
        .split(/\s+/)
        .every((word) => all.includes(word));
}
