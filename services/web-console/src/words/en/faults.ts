/** What can stand in a key's way; what each fault is called, means and needs comes from the API. */
export const faults = {
    title: 'What can go wrong',
    lead: 'Every reason that we give for a refused, failing or expired key: what it means, whose turn it is, and the one fix.',
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
        user: { title: 'Your turn', lead: 'These wait for you.' },
        us: { title: 'Our turn', lead: 'We see these ourselves and work on them.' },
        venue: { title: 'The exchange’s turn', lead: 'These pass by themselves; we keep trying.' },
    } as Record<string, { title: string; lead: string }>,

    /** What becomes of it while nobody does anything. */
    meanwhile: {
        stays: 'It stays as it is until you have changed this.',
        once: 'It is about this one submission or order; nothing else is affected.',
        likely: 'We keep trying, but most likely only you can mend it.',
        possible: 'We keep trying. What you can do about it stands below.',
        passes: 'You need not do anything. We keep trying and go on as soon as it works.',
    },
};
