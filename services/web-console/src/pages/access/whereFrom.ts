import type { Location } from 'react-router';

/** Where one wanted to go before one had to sign in; the dashboard when nowhere else. */
export function whereFrom(location: Location): string {
    const from = (location.state as { from?: Partial<Location> } | null)?.from;
    if (typeof from?.pathname !== 'string') return '/';
    return from.pathname + (from.search ?? '') + (from.hash ?? '');
}
