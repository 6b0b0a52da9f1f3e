/** What can stand in a key's way, in a few words each; meaning and fix come from the API. */
export const faults = {
    title: 'What can go wrong',
    lead: 'Every reason that we give for a refused, failing or expired key: what it means, whose turn it is, and the one fix.',
    titles: {
        INVALID_KEY: 'The exchange does not know this key',
        INVALID_SIGNATURE: 'Secret and key do not belong together',
        INVALID_PASSPHRASE: 'The passphrase is not the key’s own',
        IP_NOT_ALLOWED: 'Our addresses are not on the key’s IP list',
        PERMISSION_DENIED: 'The key lacks a permission',
        KEY_EXPIRED: 'The key has expired',
        ENVIRONMENT_MISMATCH: 'A key of another site: demo, testnet or another region',
        WRONG_MARKET: 'Not set up for this market',
        AMBIGUOUS_AUTH: 'Refused without a reason',
        READ_MISSING: 'The key may not read',
        TRADE_MISSING: 'The key may not trade',
        WITHDRAW_GRANTED: 'The key may withdraw funds',
        TRANSFER_GRANTED: 'The key may transfer funds',
        ACCOUNT_ALREADY_CONNECTED: 'This exchange account is connected already',
        DIFFERENT_ACCOUNT: 'A key of another exchange account',
        ACCOUNT_LOCKED: 'The exchange has locked the account',
        REGION_RESTRICTED: 'Not served from here',
        INSUFFICIENT_FUNDS: 'Insufficient funds',
        TIMESTAMP_SKEW: 'The clocks disagree',
        NONCE: 'Another program uses the same key',
        RATE_LIMITED: 'The exchange asked us to slow down',
        IP_BANNED: 'The exchange has paused our address',
        VENUE_UNAVAILABLE: 'The exchange does not answer properly',
        VENUE_MAINTENANCE: 'The exchange is under maintenance',
        UNREACHABLE: 'We cannot reach the exchange',
        UNKNOWN_OUTCOME: 'The exchange’s answer was lost',
        UNRECOGNISED: 'An answer that we do not know yet',
        BAD_REQUEST: 'The exchange did not understand the request',
        BAD_SYMBOL: 'The exchange does not trade this symbol',
        MIN_SIZE: 'The order is too small',
        ORDER_FUNDS: 'The order costs more than is there',
        ORDER_REJECTED: 'The exchange rejected the order',
        ORDER_NOT_FOUND: 'No such order',
        DUPLICATE_CLIENT_ID: 'An order with this id exists already',
    } as Record<string, string>,

    /** What to look at, in this order; only where the one fix can be broken into steps. */
    checks: {
        INVALID_KEY: [
            'Copy the key again with the exchange’s own copy button: one missing character is enough.',
            'Look whether the key is still in the exchange’s list. Exchanges delete unused keys that have no IP list.',
            'Make sure that key and account are on the same site: a key of the European or US site of an exchange does not work on the global one.',
        ],
        INVALID_SIGNATURE: [
            'Copy the secret again, whole, with nothing before or after it. Keys in PEM form keep their BEGIN and END lines.',
            'Take key and secret from the same line of the list: two keys are easily mixed up.',
            'The secret is shown only once. If it is lost, make a new key: there is no way to show it again.',
        ],
        INVALID_PASSPHRASE: [
            'It is the passphrase that you chose when you made this key, not the password of your exchange account and not a trading password.',
            'Capitals count. A password manager may have put another value into the field.',
            'The exchange cannot show it again. If it is lost, make a new key.',
        ],
        IP_NOT_ALLOWED: [
            'Open the key at the exchange and add all of our addresses to its IP list. They are on the exchange’s page here, with a copy button.',
            'Your own addresses may stay beside ours.',
            'Save with the exchange’s confirmation codes. Then come back and choose “Check now”, or submit again.',
        ],
        PERMISSION_DENIED: [
            'Compare the key’s permissions with the list on the exchange’s page here.',
            'Some exchanges need a new key before a changed permission counts.',
        ],
        KEY_EXPIRED: [
            'Make a new key in the same exchange account, with the same permissions and our IP addresses.',
            'Submit it with Refresh API: your strategy stays as it is.',
            'Keep the old key until the mail “API refreshed” has come.',
        ],
        ENVIRONMENT_MISMATCH: [
            'Demo, testnet and paper-trading keys cannot be used for a live strategy.',
            'Make the key on the site where your account lives: look at the address in your browser while you are signed in at the exchange.',
        ],
        WRONG_MARKET: [
            'For derivatives, open the exchange’s futures account first, then make the key: an older key does not reach it.',
            'Choose the account mode that the setup guide names.',
        ],
        AMBIGUOUS_AUTH: [
            'Look whether the key exists and has not expired.',
            'Look whether its IP list holds all of our addresses.',
            'Wait a few minutes after making a key: some exchanges need a while before it works everywhere.',
        ],
        WITHDRAW_GRANTED: [
            'Make a new key and leave withdrawals off. We never ask for that right.',
            'Delete the refused key at the exchange: it could move money.',
            'We have erased the refused key on our side.',
        ],
        TRANSFER_GRANTED: [
            'Make a new key and leave transfers off.',
            'Delete the refused key at the exchange.',
            'We have erased the refused key on our side.',
        ],
        DIFFERENT_ACCOUNT: [
            'At the exchange, switch to the sub-account that the connection uses before you make the new key.',
            'To connect the other account as well, choose Add strategy instead of Refresh API.',
        ],
        INSUFFICIENT_FUNDS: [
            'The amount is counted in the strategy’s own asset: a balance in another one does not count.',
            'Move it into the wallet that trades. On Bybit that is the Unified Trading account.',
            'Fund the sub-account that the key belongs to, not the main account.',
        ],
        NONCE: [
            'Use this key for Sequence Connect alone. Trading bots, tax programs and portfolio trackers need a key each.',
        ],
        ACCOUNT_LOCKED: [
            'Sign in at the exchange: it tells there what it wants, often an identity check or an agreement.',
            'We ask again every 60 seconds. When it is done, the connection comes back by itself.',
        ],
    } as Record<string, string[]>,

    turns: {
        user: {
            title: 'Your turn',
            short: 'You',
            words: 'Nothing happens until you have changed this.',
        },
        us: {
            title: 'Our turn',
            short: 'Us',
            words: 'You need not do anything: we see it and work on it.',
        },
        venue: {
            title: 'The exchange’s turn',
            short: 'The exchange',
            words: 'It passes by itself: we keep trying and go on as soon as the exchange does.',
        },
        request: {
            title: 'This one request',
            short: 'This request',
            words: 'Your connection is fine; one request, such as an order, was not.',
        },
    } as Record<string, { title: string; short: string; words: string }>,

    untitled: (code: string) => code.toLowerCase().replaceAll('_', ' '),
};
