import { format } from '../format';
import * as webhooks from './webhooks';

interface VenueHelp {
    /** How long a key lives there. */
    expiry: string;
    /** What goes wrong there again and again. */
    traps: string[];
}

interface Section {
    title: string;
    text?: string[];
    steps?: string[];
    /** To be copied. */
    code?: { what: string; text: string };
}

export interface Topic {
    title: string;
    lead: string;
    sections: Section[];
}

const NOT_REPORTED =
    'does not tell us when a key ends, so we count 90 days from the day you submit it and remind you 10, 3 and 1 days before. Make a new key then and submit it with Refresh API.';

/** Words of the help pages. Steps, rights, fields and addresses come from the catalogue. */
export const help = {
    title: 'Help',
    lead: 'Plain answers. No sign-in needed.',
    back: 'All help',
    print: 'Print',
    search: 'Search help',
    searchHelp: 'An exchange, a reason, or what you see',
    searchPlaceholder: 'for example: IP list, Bybit, passphrase',
    results: (count: number) =>
        count === 0 ? 'Nothing found' : count === 1 ? '1 page found' : `${count} pages found`,
    nothing: 'Nothing found',
    nothingWords: 'Try fewer or other words, for example the name of the exchange.',
    kinds: { venue: 'Exchange', fault: 'Reason', topic: 'Question' } as Record<string, string>,
    topicsTitle: 'Common questions',
    venuesTitle: 'Make a key, exchange by exchange',
    venuesLead: 'Each step, the rights to tick and to leave off, and our IP addresses.',
    faultsTitle: 'Reasons, one by one',
    faultsLead: 'Why a key was refused, or why a connection fails, and the one fix.',
    allFaults: 'All reasons',
    developersTitle: 'For developers',
    developersWords: 'Everything the console does can be done through the API.',
    developersLink: 'API reference',
    bySupport: 'Connected by support',
    closing: (date: string) => `Closes on ${date}`,
    contactTitle: 'Still stuck?',
    contactWords:
        'Write to support and say what you did and what you saw; if there was a request number, name it. The answer comes by mail. Never send an API key, a secret, a password or a code: we never ask for them.',
    contactLink: 'Write to support',

    support: {
        title: 'Write to support',
        message: 'Your message',
        lead: (email: string | null) =>
            `The answer comes by mail to ${email ?? 'your registered address'}. Support sees your name, your Client ID and your connections, but no keys.`,
        label: 'What can we help with?',
        help: 'What you did, what you saw, and the request number if there was one. No API key, secret, password or code: we never need them.',
        empty: 'Write what it is about.',
        tooLong: (over: number) =>
            `Shorten it by ${format.plural(over, 'character', 'characters')}.`,
        secret: 'This looks as if it held a key or a secret. Take it out: support never needs it.',
        left: (count: number) => `${format.plural(count, 'character', 'characters')} left`,
        send: 'Send',
        first: 'Many questions have an answer already:',
        toHelp: 'Help',
        sent: 'Your message is with support',
        sentWords: (email: string | null) =>
            `The answer comes by mail to ${email ?? 'your registered address'}. You may close this page.`,
        toDashboard: 'To the dashboard',
    },

    venue: {
        title: (name: string) => `Connect ${name}`,
        lead: (name: string) =>
            `How to make a key on ${name} that we can use, and that cannot take your money out.`,
        unknown: 'We have no page about this exchange',
        unknownWords: 'The link may be old. These are the exchanges that can be connected:',
        closingTitle: (date: string) => `This exchange closes: last day ${date}`,
        supportTitle: 'Connected by support',
        supportWords:
            'Keys of this exchange are not handed in through the form. Ask support first.',
        unavailable: 'No strategy runs here at the moment.',
        noteTitle: 'Good to know',
        markets: 'Markets',
        marketNames: { spot: 'Spot', derivatives: 'Derivatives' } as Record<string, string>,
        steps: 'Make the key',
        open: (name: string) => `Open the API page of ${name}`,
        rights: 'Rights',
        tick: 'Tick',
        leaveOff: 'Leave off',
        rightsWhy:
            'A key that may withdraw is refused at once and erased. Anything else you leave off cannot be misused.',
        ips: 'Our IP addresses',
        ipsWhy: 'Put all of them on the key’s IP list, where the exchange has one. Then the key works from our servers and from nowhere else, even if somebody copies it.',
        ipsCopy: 'Copy all',
        ipsCopyOne: (ip: string) => `the address ${ip}`,
        ipsCopyAll: 'our IP addresses, with commas between',
        ipsNone: 'This exchange has no IP list for keys.',
        fields: 'What the form asks for',
        field: 'Field',
        fieldHelp: 'Where to find it',
        required: 'Needed',
        optional: 'May stay empty',
        secret: 'Secret: kept sealed, never shown again',
        expiry: 'How long the key lives',
        expiryGeneral:
            'We show the day on which a key ends wherever the exchange tells it. Where it does not, we count 90 days. Reminders come 10, 3 and 1 days before.',
        old: 'Keep the old key until the mail “API refreshed” has come. Only then delete it at the exchange.',
        unreported: 'What we cannot see',
        traps: 'Known traps',
        strategies: 'Strategies here',
        inviteOnly: 'by invitation',
        atLeast: (amount: string, asset: string) => `from ${amount} ${asset}`,
        faults: 'When it does not work',
        submit: 'Submit a key',
    },

    venues: {
        bybit: {
            expiry: 'Without IP addresses on its list, a key ends after 90 days. It also ends 7 days after you change your Bybit password. With our IP addresses on the list it does not end.',
            traps: [
                'Bybit has sites of its own for some countries. A key belongs to the site where it was made; demo and testnet keys do not work here.',
                'The base asset must lie in the Unified Trading account, not in Funding.',
                '“Extend” in Bybit’s list keeps the same key and secret alive: there is nothing to submit again.',
            ],
        },
        okx: {
            expiry:
                'OKX deletes a trading key without an IP list after 14 days without use. ' +
                'OKX ' +
                NOT_REPORTED,
            traps: [
                'Accounts of the European and the US site have keys of their own; we find out which it is.',
                'A passphrase with special characters breaks easily when it is copied: use letters and digits.',
                'A demo-trading key looks the same as a live one, but cannot be used here.',
                'The Trade right of OKX always includes transfers between your own accounts. That is how OKX made it; it cannot be had without.',
            ],
        },
        kucoin: {
            expiry:
                'KuCoin removes a trading key without an IP list after 30 days without use. ' +
                'KuCoin ' +
                NOT_REPORTED,
            traps: [
                'The API passphrase is the one you chose for this key. It is neither your login nor your trading password.',
                'KuCoin calls withdrawals “Transfer” in some lists: leave it off.',
                'Spot and futures are separate ticks. Tick the one that your strategy trades.',
            ],
        },
        kraken: {
            expiry: 'A Kraken key ends on the day you chose when you made it, or never if you chose none. We read it from Kraken and remind you.',
            traps: [
                'One key for one program: two programs with the same key disturb each other, and Kraken then locks the key for a while.',
                'Leave the key’s own two-factor password and the query time range off.',
                'A new key sometimes needs up to 15 minutes before Kraken knows it everywhere.',
                'Kraken strategies start after you have spoken with support.',
            ],
        },
        binance: {
            expiry: 'With an IP list a key does not end. Without one Binance takes the trading right away after a while.',
            traps: [
                'Binance gives one answer to three causes: a wrong key, a missing IP address, a missing right. Check all three.',
                'A key of Binance.US, or of the testnet, does not work on binance.com.',
            ],
        },
        binance_us: {
            expiry: 'Binance.US ' + NOT_REPORTED,
            traps: [
                'Accounts and keys of Binance.US are apart from those of binance.com.',
                'A new key may reach everything until you save its restrictions: switch off all that is not named here.',
            ],
        },
        binance_usdm: {
            expiry: 'With an IP list a key does not end. Without one Binance takes the trading right away after a while.',
            traps: [
                'Open the futures account first: a key that is older than it cannot trade futures.',
                'One-way mode is needed. Binance lets you switch only while no position and no order is open.',
                '“Enable Spot & Margin Trading” does not allow futures, and the other way round.',
            ],
        },
        coinbase: {
            expiry: 'Coinbase ' + NOT_REPORTED,
            traps: [
                'Choose ECDSA under advanced settings when you make the key.',
                'The private key has several lines. Paste all of it, with BEGIN and END, or the whole downloaded file.',
                'A key sees one portfolio. Choose the one that holds the funds.',
                'A new key may only view: tick Trade as well.',
            ],
        },
        bitget: {
            expiry: 'Bitget ' + NOT_REPORTED,
            traps: [
                'Key, secret and passphrase are easily swapped in the form: compare the labels.',
                'Keys of copy-trading accounts do not work.',
                'When an account is switched to a unified account, make a new key.',
            ],
        },
        cryptocom: {
            expiry: 'Crypto.com ' + NOT_REPORTED,
            traps: [
                'Only keys of the Exchange work, not those of the App.',
                'A new key can read only. Edit it and tick trading.',
                'As soon as there is an IP list, every other address is refused: add all of ours.',
            ],
        },
        bitmart: {
            expiry:
                'Keys can end, but BitMart does not say when beforehand. ' + 'It ' + NOT_REPORTED,
            traps: [
                'The memo is the text that you chose when you made the key. It is not your account number.',
                'A mistyped secret shows only when something is signed with it: copy it, do not type it.',
            ],
        },
        hyperliquid: {
            expiry: 'An API wallet ends on the day you chose when you approved it: after 90 days, or 180 at most. It ends silently; we read the day and remind you.',
            traps: [
                'The account address is the one that holds the funds, not the address of the API wallet.',
                'Never hand in your own wallet’s private key or its seed phrase: those can withdraw.',
                'Do not use the name or the key of an API wallet a second time.',
                'Fill in the vault address only to trade for a vault or a sub-account.',
            ],
        },
        kalshi: {
            expiry: 'Kalshi keys do not end. But the location check of your account does: when it lapses, every key stops until you renew it on Kalshi’s site. We read the day and remind you.',
            traps: [
                'The private key is a file of many lines. Paste all of it, with BEGIN and END.',
                'A demo key does not work here, and is answered with “not found”.',
            ],
        },
        polymarket: {
            expiry: 'A wallet’s key does not end.',
            traps: [
                'This key cannot be limited: whoever holds it can send the wallet’s money anywhere. Use a wallet of its own with no more in it than you trade with.',
                'The proxy address is the one on your profile page. It holds the money for e-mail and browser-wallet accounts.',
                'Trade once by hand before you connect, so that the wallet may trade.',
            ],
        },
    } as Record<string, VenueHelp>,

    fault: {
        code: 'Code',
        means: 'What it means',
        fix: 'The one fix',
        checks: 'Step by step',
        related: 'Related',
        unknown: 'We do not know this reason',
        unknownWords: 'The link may be old. All reasons are on one page:',
        guides: 'Setup guides',
        guidesLead: 'Steps, rights and our IP addresses, for your exchange:',
        pages: {
            refresh: 'Hand in a new key with Refresh API',
            submit: 'Hand in a key',
            connections: 'See your connections',
            assets: 'See your balances',
            extension: 'A browser extension may have changed what you pasted',
            safety: 'What a key can do, and what not',
        },
    },

    topics: {
        mail: {
            title: 'When a mail does not arrive',
            lead: 'Codes, confirmations and reminders come by mail, and usually within a minute.',
            sections: [
                {
                    title: 'Look here first',
                    steps: [
                        'Look into the spam, junk and promotions folders, and search for “Sequence Connect”.',
                        'Check the address: it must be the one you registered with, capitals included. Only that address gets mails.',
                        'Look into Settings under “Mails sent to you”: it tells for each mail of the last 30 days whether it was handed over, waits, or failed.',
                        'For a sign-in code, choose “Send again” on the sign-in page. Only the newest code works, for 10 minutes.',
                        'Add our address to your contacts, so that the next mail is not sorted out.',
                    ],
                },
                {
                    title: 'Hotmail, Outlook, MSN and Live',
                    text: [
                        'Microsoft’s mail services often hold our mails back or drop them. With such an address, support clears your account before you can submit keys: your first submission asks for it by itself.',
                        'An address with another provider saves you the wait.',
                    ],
                },
                {
                    title: 'No mail after a submission',
                    text: [
                        'A confirmation comes at once. If there is none and the submission is not in your list, it did not reach us: submit it again.',
                        'If it is in your list, all is well; look there for the verdict.',
                    ],
                },
            ],
        },
        genuine: {
            title: 'Is this mail really from you?',
            lead: 'Forgers copy the looks of mails. They cannot copy your anti-phishing code.',
            sections: [
                {
                    title: 'How to tell',
                    steps: [
                        'At the top of every mail from us stands your anti-phishing code: a word that only you and we know. No code, or a wrong one: the mail is forged.',
                        'If you have set no code yet, do it in Settings. It takes one minute.',
                        'When in doubt, do not follow the mail’s link. Type our address yourself: whatever is true is on your dashboard as well.',
                    ],
                },
                {
                    title: 'What we never do',
                    steps: [
                        'We never ask for your exchange password, for codes of your authenticator, or for a seed phrase.',
                        'We never ask for an API secret by mail or chat. Keys are handed in through the form alone.',
                        'We never ask for a key that may withdraw, and refuse one that may.',
                        'A sign-in code that you did not ask for means that somebody has your password: change it, and give the code to nobody.',
                    ],
                },
                {
                    title: 'You have followed a forged mail',
                    steps: [
                        'Change your password in Settings and end all other sessions.',
                        'Choose a new anti-phishing code.',
                        'Delete at the exchange any key that you entered on a forged page, and make a new one.',
                    ],
                },
            ],
        },
        extension: {
            title: 'A browser extension interferes',
            lead: 'Password managers, translators and wallet extensions read and change what stands in forms. Our key fields keep them out as far as a page can.',
            sections: [
                {
                    title: 'How it shows',
                    steps: [
                        'A key that you copied correctly is refused as unknown or with a wrong signature.',
                        'A field fills itself, or holds your e-mail address or a password.',
                        'The page is translated and a pasted text changes.',
                    ],
                },
                {
                    title: 'Use a private window',
                    steps: [
                        'Open a private window: Ctrl+Shift+N in Chrome, Edge and Brave, Ctrl+Shift+P in Firefox, ⇧⌘N in Safari and Chrome on a Mac. Extensions are off there unless you allowed them.',
                        'Sign in there, and open the exchange in the same window.',
                        'Copy each value with the exchange’s copy button and paste it. Do not let the browser save it.',
                        'Sign out and close the window when the submission is accepted.',
                    ],
                },
                {
                    title: 'Use a computer',
                    text: [
                        'Exchanges’ phone apps mostly cannot make keys, and phone keyboards put in blanks and capitals. A desktop browser works best.',
                    ],
                },
            ],
        },
        safety: {
            title: 'What a key can do, and what not',
            lead: 'You hand over a key, not your account.',
            sections: [
                {
                    title: 'Before we keep it',
                    text: [
                        'Each key is tried at the exchange the moment you submit it: is it real, may it read and trade, and may it withdraw? A key that may withdraw or transfer money out is refused and erased.',
                        'Some exchanges do not tell every right. We then say “unknown” and never “fine”, and ask you to look for yourself.',
                    ],
                },
                {
                    title: 'While we keep it',
                    steps: [
                        'It is kept encrypted. We can use it; nobody can read it back, neither you nor our support.',
                        'We try it every 60 seconds. When it fails you see a red banner, and the strategy of that account pauses.',
                        'Disconnect erases it. Delete it at the exchange as well.',
                    ],
                },
            ],
        },
        alerts: {
            title: 'How alerts reach you',
            lead: 'Mail, Telegram, a browser, a webhook: what comes when, and what to do when nothing comes.',
            sections: [
                {
                    title: 'What comes when',
                    steps: [
                        'The first alert comes when a failure is confirmed: we try a key again before we believe that it fails.',
                        'While it goes on failing, the second comes after the time that you chose (5 minutes unless changed), later ones ever more rarely.',
                        'Whatever was told to fail is told when it works again.',
                        'When many connections fail at once, one message names them all. When an exchange as a whole is in trouble, nobody is asked to do anything.',
                        'In quiet hours only urgent alerts come: failures, expired keys, paused strategies. The rest comes as one message when the quiet hours end.',
                    ],
                },
                {
                    title: 'Telegram',
                    steps: [
                        'In Settings, Alerts, choose “Link a chat”, open Telegram and press Start. The code in the link works once, for 15 minutes.',
                        'Send /stop to the bot to end it there, or remove the chat in Settings.',
                        'The bot never asks for anything. Whoever asks for a key, a password or a code is not us.',
                    ],
                },
                {
                    title: 'This browser',
                    steps: [
                        'The browser asks once whether we may notify you. If you chose Block, allow it in the site settings beside the address and load the page again.',
                        'The device’s own “do not disturb” holds our notifications back as well.',
                        'On an iPhone or iPad, first add the console to the home screen and open it from there.',
                        'Notifications show on the lock screen and when you are signed out. Leave them off on devices that you share.',
                    ],
                },
                {
                    title: 'Nothing came',
                    steps: [
                        'In Settings, Alerts, send a test: the page says within seconds whether it was delivered, and why not.',
                        'The list below it names every alert of 30 days with how it fared.',
                        'A channel that took nothing any more is shown as lost, with what to do. Mail goes on coming.',
                    ],
                },
            ],
        },
        webhooks: {
            title: 'Webhooks: how to check that a call is ours',
            lead: 'For developers. We call as Standard Webhooks describe, so their libraries work as they are.',
            sections: [
                {
                    title: 'What we send',
                    text: [
                        'A POST with JSON: what happened (type), when, a title and a text for people, and the connections that it is about. More fields may be added.',
                        'Answer with any 2xx within 10 seconds and do the work afterwards. Whatever else you answer, we call again, ever more rarely; 410 ends the webhook.',
                        'The same call may come twice: webhook-id stays the same for every attempt. Keep it, and ignore what you have seen.',
                    ],
                    code: { what: 'the example of a call', text: webhooks.example },
                },
                {
                    title: 'Check the signature in Node.js',
                    text: [
                        'Take the body as the bytes that came: JSON that was parsed and written again is no longer what was signed.',
                    ],
                    code: { what: 'the code for Node.js', text: webhooks.node },
                },
                {
                    title: 'Check the signature in Python',
                    code: { what: 'the code for Python', text: webhooks.python },
                },
                {
                    title: 'The secret',
                    steps: [
                        'It is shown once, when the webhook is added, and begins with whsec_. Keep it where you keep other secrets.',
                        '“New secret” in Settings gives another one at once. For 24 hours each call carries two signatures, of both secrets, with a blank between: change yours within that time and no call is lost.',
                        'A call whose time is more than five minutes off is none of ours, or was recorded: refuse it.',
                    ],
                },
                {
                    title: 'Where a webhook may lead',
                    text: [
                        'To https on the public internet: never to addresses of private networks, whatever a name resolves to at the moment of the call. Redirects are not followed.',
                    ],
                },
            ],
        },
    } as Record<string, Topic>,
};
