import type { Strategy, Venue } from '../../../api/types';
import type { Market } from './answers';

/** Whether something can be chosen, and why not. `words` are the house's own. */
export type Availability =
    | { kind: 'open'; words: string | null }
    | { kind: 'support'; words: string | null }
    | { kind: 'closing'; words: string }
    | { kind: 'no_market' }
    | { kind: 'no_strategy' }
    | { kind: 'other_market' }
    | { kind: 'not_here' }
    | { kind: 'invite_only' };

const routeOn = (strategy: Strategy, venue: string) =>
    strategy.venues.find((route) => route.venue === venue);

/** Whether a strategy can be added on an exchange, for a market. */
export function venueAvailability(
    venue: Venue,
    market: Market,
    strategies: readonly Strategy[],
): Availability {
    const routes = strategies
        .filter((strategy) => strategy.market === market)
        .flatMap((strategy) => routeOn(strategy, venue.venue) ?? []);
    if (venue.closing) return { kind: 'closing', words: venue.closing.words ?? '' };
    if (routes.some((route) => route.route === 'self_service')) {
        return { kind: 'open', words: venue.note ?? null };
    }
    if (routes.length > 0) return { kind: 'support', words: routes[0]?.words ?? null };
    if (venue.route === 'contact_support') return { kind: 'support', words: venue.note ?? null };
    return { kind: venue.markets.includes(market) ? 'no_strategy' : 'no_market' };
}

/** Whether a strategy can be added; for an exchange once one is chosen. */
export function strategyAvailability(
    strategy: Strategy,
    venue: string | null,
    market: Market,
    invited: readonly string[],
): Availability {
    if (strategy.market !== market) return { kind: 'other_market' };
    const route = venue === null ? undefined : routeOn(strategy, venue);
    if (venue !== null && !route) return { kind: 'not_here' };
    if (route?.route === 'contact_support') return { kind: 'support', words: route.words ?? null };
    if (strategy.invite_only && !invited.includes(strategy.strategy_id)) {
        return { kind: 'invite_only' };
    }
    return { kind: 'open', words: route?.words ?? null };
}

/** Those that can be chosen first, else in the order of the catalogue. */
export function openFirst<T>(all: readonly T[], of: (one: T) => Availability): T[] {
    const rank = (one: T) => {
        const kind = of(one).kind;
        return kind === 'open' ? 0 : kind === 'support' || kind === 'invite_only' ? 1 : 2;
    };
    return [...all].sort((a, b) => rank(a) - rank(b));
}
