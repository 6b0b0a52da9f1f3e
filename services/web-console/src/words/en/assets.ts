import { format } from '../format';

/** The words of src/pages/assets. */
export const assets = {
    title: 'Assets',
    lead: 'What lies in your exchange accounts, to the last digit. The money stays there.',
    byAsset: 'By asset',
    byConnection: 'By connection',
    zeros: 'Show zero balances',
    search: 'Search',
    searchHint: 'Asset, connection, exchange',
    emptyTitle: 'No balances yet',
    emptyText:
        'Balances show as soon as an exchange is connected and has been read for the first time.',
    emptyZerosTitle: 'Nothing but zeros',
    emptyZerosText: 'Your exchange accounts were read, and they are empty.',
    noneFound: 'Nothing fits this search.',
    add: 'Add strategy',
    loadFailed: 'Your assets could not be loaded',
    asset: 'Asset',
    connection: 'Connection',
    wallet: 'Wallet',
    total: 'Total',
    free: 'Available',
    age: 'Read',
    totalUnknown: 'Sum not known',
    unreadable: 'A balance could not be read, so no sum is given.',
    stale: 'Stale',
    staleFailing: 'This connection is failing. These are the amounts of the last time it worked.',
    staleOld: 'These amounts are older than usual.',
    sumStale: 'Part of this sum is stale',
    undated: 'Age not known',
    unread: 'Never read',
    unreadText: 'The balances of this connection have not been read yet.',
    nothing: 'Nothing but zeros',
    where: (connections: number) => `in ${format.plural(connections, 'connection', 'connections')}`,
    unreadCount: (count: number) =>
        `${format.plural(count, 'connection has', 'connections have')} never been read and ${count === 1 ? 'is' : 'are'} not in these sums.`,
};
