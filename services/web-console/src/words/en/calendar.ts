/** Words of the calendar link in the settings, and of what changed of a key. */
export const calendar = {
    title: 'Expiry dates in your calendar',
    lead: 'A link that your calendar can subscribe to. It shows when each API key expires and reminds you 7, 3 and 1 days before.',
    none: 'There is no link yet.',
    there: (when: string) =>
        `A link was made on ${when}. It was shown once and cannot be shown again.`,
    make: 'Make a link',
    renew: 'Make a new link',
    renewTitle: 'Make a new link?',
    renewWords: 'The link that your calendars use now stops working. Subscribe to the new one.',
    fresh: 'Copy this link into your calendar now: it is not shown again.',
    label: 'Calendar link',
    what: 'the calendar link',
    copy: 'Copy link',
    careful:
        'Whoever has the link can see the names of your connections and when their keys expire, and nothing else.',
    revoke: 'Remove the link',
    revokeTitle: 'Remove the calendar link?',
    revokeWords: 'Calendars that use it get no dates any more.',
    revoked: 'The link is removed.',
};

/** Words of what changed of a key at its exchange. */
export const keyChanges = {
    title: 'Changed at the exchange',
    seen: (when: string) => `Seen ${when}`,
    none: 'none',
    before: 'before',
    now: 'now',
    what: {
        withdraw: 'Withdrawals',
        transfer: 'Transfers',
        read: 'Reading',
        trade: 'Trading',
        ip_allow_list: 'IP list',
        expiry: 'Expires',
        venue_account: 'Exchange account',
    } as Record<string, string>,
};
