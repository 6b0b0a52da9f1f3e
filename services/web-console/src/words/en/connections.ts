import { format } from '../format';

type Unit = 'day' | 'hour' | 'minute';

const length = (count: number, unit: Unit) =>
    unit === 'minute' ? `${count} min` : format.plural(count, unit, `${unit}s`);

/** The words of src/pages/connections, and of the banner above every page. */
export const connections = {
    title: 'API Connect',
    lead: 'Each connection is pinged every 60 seconds with a signed call that only works while the key does.',
    add: 'Add strategy',
    list: 'Connections',
    count: (shown: number, all: number) =>
        shown === all
            ? format.plural(all, 'connection', 'connections')
            : `${format.count(shown)} of ${format.plural(all, 'connection', 'connections')}`,
    more: (count: number) => `Show ${format.count(count)} more`,
    emptyTitle: 'No exchange is connected yet',
    emptyText:
        'A connection begins with your first submission: you choose a strategy and paste an API key that may trade and may not withdraw.',
    noneFoundTitle: 'Nothing matches',
    noneFoundText: 'No connection fits this search.',
    clearSearch: 'Show all connections',
    loadFailed: 'Your connections could not be loaded',
    old: 'This is what we last knew',
    search: 'Search',
    searchHint: 'Name, exchange, strategy, BOT ID',
    status: 'State',
    exchange: 'Exchange',
    allExchanges: 'All exchanges',
    order: 'Order',
    filters: {
        all: 'All',
        failing: 'Failing',
        connected: 'Connected',
        validating: 'Being checked',
        expiring: 'Expiring within 10 days',
    },
    orders: {
        trouble: 'Trouble first',
        label: 'Name',
        expiry: 'Expiry',
        newest: 'Newest first',
        oldest: 'Oldest first',
    },

    standing: {
        connected: 'Connected',
        validating: 'Being checked',
        reauth_needed: 'Re-auth needed',
        error: 'Error',
        unclear: 'State not known',
    },
    validatingText: 'The exchange is being asked about this key. The verdict shows here by itself.',
    markets: { spot: 'Spot', derivatives: 'Derivatives' } as Record<string, string>,
    sandbox: 'Sandbox',
    subAccount: 'Sub-account',
    mainAccount: 'Main account',
    key: (hint: string) => `Key\u00a0…\u2060${hint}`,
    active: 'Active execution account',
    mirror: 'Read-only mirror',

    venueSays: (venue: string) => `${venue} says`,
    whatToDo: 'What to do',
    code: 'Code',
    noReason: 'No reason was given. Check now to hear the exchange’s answer.',
    helpForCode: 'More about this fault',

    nameOf: 'Name of the connection',

    proven: 'Last proven',
    provenNever: 'Not yet',
    noticed: (seconds: string) => `noticed within ${seconds} s`,

    pause: 'Pause',
    pauseOf: (label: string) => `Pause ${label}`,
    resume: 'Take up again',
    resumeOf: (label: string) => `Take up ${label} again`,
    pausedBadge: 'Paused by you',
    paused: (label: string) =>
        `${label} is paused: we go on checking its key, alarm nobody, and its bot rests.`,
    resumed: (label: string) => `${label} is taken up again.`,
    expires: 'Expires',
    expiryNever: 'Does not expire',
    expiryUnread: 'Known after the check',
    expiryIn: (count: number, unit: Unit) => `in ${length(count, unit)}`,
    expiredFor: (count: number, unit: Unit) => `${length(count, unit)} ago`,
    expired: 'Expired',
    expiryOurs: 'by our rule: the exchange does not report an end',
    since: 'Connected since',
    strategy: 'Strategy',
    version: 'Keys used so far',

    rights: 'Rights',
    rightsGood: 'As they should be',
    rightsBad: 'Not as they should be',
    rightsUnsure: 'Not all can be known',
    right: {
        read: 'Read the account',
        trade_spot: 'Trade spot',
        trade_derivatives: 'Trade derivatives',
        withdraw: 'Withdraw funds',
        transfer: 'Transfer funds',
    },
    shortRight: {
        read: 'Read',
        trade_spot: 'Trade spot',
        trade_derivatives: 'Trade derivatives',
        withdraw: 'Withdraw',
        transfer: 'Transfer',
    },
    grant: { granted: 'Granted', denied: 'Denied', unknown: 'Unknown' },
    wanted: { on: 'needed', off: 'must be off', free: 'not needed' },
    unknownRight: 'The exchange does not tell. Please check it there.',

    ipList: 'IP list',
    ipOurs: 'Holds our addresses',
    ipLacks: (count: number) => `Lacks ${format.plural(count, 'address', 'addresses')} of ours`,
    ipOpen: 'None known: the key may work from anywhere',
    ipUnclear: 'Whether it holds our addresses is unknown',
    ipOpenShort: 'None known',
    ipUnclearShort: 'Unknown',
    ipRefused: 'The exchange refuses our addresses: they are not on the list',
    ipRefusedShort: 'Refuses our addresses',
    ipMissing: 'Add these at the exchange',
    ipAllowed: 'Addresses on the key’s list',
    ipOurAddresses: 'Our addresses',
    ipAdvice:
        'A key that works from our addresses only is worthless to a thief. Add them to the key’s IP list at the exchange.',
    ipWhat: 'our IP addresses',
    copyAddresses: 'Copy addresses',

    warnings: 'Worth knowing',
    balances: 'Balances',
    balancesNone: 'Nothing but zeros',
    balancesUnread: 'Not read yet',
    balancesStale: 'As of the last time it worked',
    balancesMore: (count: number) => `${format.count(count)} more`,
    balancesLess: 'Show fewer',
    balancesRead: 'Read',
    trades: 'trades from here',
    wallet: 'Wallet',
    asset: 'Asset',
    total: 'Total',
    available: 'Available',

    bot: 'Bot',
    botId: 'BOT ID',
    botWhat: 'the BOT ID',
    botNone: 'None yet: it starts by itself',
    botSince: 'since',

    actionsOf: (label: string) => `Actions for ${label}`,
    check: 'Check now',
    checkOf: (label: string) => `Check now: ${label}`,
    checking: 'Asking the exchange…',
    checkWaiting: 'No answer yet. It shows here as soon as there is one.',
    checkWorked: (millis: number | null) =>
        millis === null ? 'The key works.' : `The key works: answered in ${millis} ms.`,
    checkFailed: (words: string | null) =>
        words === null
            ? 'The ping failed. We look again at once before calling it broken.'
            : `The ping failed: ${words}`,
    checkNotAsked: 'It could not be checked',

    activate: 'Make active',
    activateTitle: 'Make this the active execution account?',
    activateText: (label: string, other: string | null) =>
        other === null
            ? `${label} becomes the one account that executes.`
            : `${label} becomes the one account that executes. ${other} becomes a read-only mirror: it stays connected and watched.`,
    activateLeaves:
        'Bots that run keep running on their own connections. No key changes. You can switch back at any time.',
    activateConfirm: 'Make active',
    activated: (label: string) => `${label} is the active execution account.`,

    refresh: 'Refresh API',
    refreshOf: (label: string) => `Refresh API key of ${label}`,
    disconnect: 'Disconnect',
    disconnectOf: (label: string) => `Disconnect ${label}`,
    disconnectTitle: 'Disconnect for good?',
    disconnectErase: 'Its key is erased here at once. It cannot be brought back.',
    disconnectBot: (bot: string) =>
        `The bot ${bot} ends. Orders and positions at the exchange stay as they are: close them there.`,
    disconnectNoBot: 'No strategy starts on it any more.',
    disconnectPings: 'Pings and reminders stop.',
    disconnectThere: (venue: string) =>
        `Then delete the key at ${venue}: we cannot do that for you.`,
    disconnectInstead: 'To change the key only, use Refresh API: the bot and its history stay.',
    disconnectConfirm: 'Disconnect',
    disconnected: (label: string) => `${label} is disconnected and its key is erased.`,

    toAll: 'All connections',
    goneTitle: 'There is no such connection',
    goneText: 'It was disconnected, or its first key was refused. Its submission tells why.',
    overview: 'Overview',

    chart: 'The last 24 hours',
    chartTitle: (label: string) => `Answer times of ${label} over the last 24 hours`,
    chartDescription: (figures: {
        pings: number;
        failed: number;
        typical: number | null;
        outages: number;
    }) =>
        figures.pings === 0
            ? 'No ping in this time.'
            : `${format.plural(figures.pings, 'ping', 'pings')}, ${format.count(figures.failed)} failed, ` +
              `typically answered in ${figures.typical === null ? 'unknown time' : `${format.count(figures.typical)} ms`}, ` +
              `${format.plural(figures.outages, 'outage', 'outages')}.`,
    chartEmpty:
        'No ping in the last 24 hours yet. The first one comes within a minute of the key being accepted.',
    chartFailed: 'The history could not be loaded',
    chartBeyond: (millis: number) =>
        `The slowest answer took ${format.count(millis)} ms, which is above the scale.`,
    legendTypical: 'Typical',
    legendLongest: 'Up to the slowest',
    legendOutage: 'Outage',
    legendFailed: 'Failed pings',
    millis: (millis: number) => `${format.count(millis)} ms`,
    seconds: (millis: number) => `${format.count(millis / 1000)} s`,
    outages: 'Outages',
    outagesNone: 'No outage in the last 24 hours.',
    outageNow: 'still going on',
    lasted: (millis: number) => {
        const seconds = Math.max(1, Math.round(millis / 1000));
        if (seconds < 90) return `${seconds} s`;
        const minutes = Math.round(seconds / 60);
        return minutes < 120
            ? `${minutes} min`
            : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    },
    table: 'The same as a table',
    tableHour: 'Hour',
    tablePings: 'Pings',
    tableFailed: 'Failed',
    tableTypical: 'Typical',
    tableLongest: 'Slowest',
    none: '–',

    banner: {
        one: (label: string, venue: string) => `${label} (${venue}) is not working.`,
        reauth: 'It needs a new key from you.',
        exchange: 'It needs you at the exchange.',
        error: 'We keep trying; trading is paused on it.',
        many: (count: number) => `${format.count(count)} connections are not working:`,
        others: (count: number) => ` and ${format.count(count)} more`,
        linkOne: 'See what to do',
        linkMany: 'See them',
        repaired: 'All connections work again.',
    },
};
