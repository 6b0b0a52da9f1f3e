import type { Fault } from '../../api/types';

/** One page of help, as the search sees it. */
export interface Entry {
    kind: 'venue' | 'fault' | 'topic';
    to: string;
    title: string;
    /** One or two sentences to show below. */
    about: string;
    /** Everything else that may be looked for. */
    words: string;
}

const plain = (text: string) =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

/** The pages that hold every word that was typed, the closest first. */
export function search(entries: Entry[], typed: string): Entry[] {
    const terms = plain(typed)
        .split(/[\s,]+/)
        .filter(Boolean);
    if (terms.length === 0) return [];
    return entries
        .map((entry) => ({ entry, score: scoreOf(entry, terms) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || a.entry.title.localeCompare(b.entry.title))
        .map(({ entry }) => entry);
}

function scoreOf(entry: Entry, terms: string[]): number {
    const title = plain(entry.title);
    const about = plain(entry.about);
    const words = plain(entry.words);
    let score = 0;
    for (const term of terms) {
        const here =
            (beginsAWord(title, term) ? 8 : 0) ||
            (term.length > 2 && title.includes(term) ? 5 : 0) ||
            (beginsAWord(about, term) ? 3 : 0) ||
            (beginsAWord(words, term) ? 2 : 0) ||
            (term.length > 2 && (about.includes(term) || words.includes(term)) ? 1 : 0);
        if (here === 0) return 0;
        score += here;
    }
    return score;
}

function beginsAWord(text: string, term: string): boolean {
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
        if (at === 0 || !/[a-z0-9]/.test(text.charAt(at - 1))) return true;
    }
    return false;
}

/** What becomes of a fault while nobody does anything: the name of the words for it. */
export function meanwhile(fault: Fault) {
    if (fault.turn === 'user') {
        if (fault.user_must_act) return 'stays' as const;
        return fault.retry === 'later' ? ('likely' as const) : ('once' as const);
    }
    return fault.fix.startsWith('Nothing to do') ? ('passes' as const) : ('possible' as const);
}

/** A page beside a fault: the name of its words and its address. */
export interface Related {
    page: 'refresh' | 'submit' | 'connections' | 'assets' | 'extension' | 'safety';
    to: string;
}

const SUBMIT: Related = { page: 'submit', to: '/submit' };
const REFRESH: Related = { page: 'refresh', to: '/submit?type=refresh' };
const CONNECTIONS: Related = { page: 'connections', to: '/connections' };
const ASSETS: Related = { page: 'assets', to: '/assets' };
const EXTENSION: Related = { page: 'extension', to: '/help/extension' };
const SAFETY: Related = { page: 'safety', to: '/help/safety' };

const RELATED: Record<string, Related[]> = {
    INVALID_KEY: [EXTENSION, REFRESH],
    INVALID_SIGNATURE: [EXTENSION, REFRESH],
    INVALID_PASSPHRASE: [EXTENSION, REFRESH],
    KEY_EXPIRED: [REFRESH],
    WITHDRAW_GRANTED: [SAFETY, SUBMIT],
    TRANSFER_GRANTED: [SAFETY, SUBMIT],
    DIFFERENT_ACCOUNT: [REFRESH, SUBMIT],
    INSUFFICIENT_FUNDS: [ASSETS, SUBMIT],
    ENVIRONMENT_MISMATCH: [SUBMIT],
    WRONG_MARKET: [SUBMIT],
};

/** Where to go from a fault. */
export function relatedTo(code: string): Related[] {
    return RELATED[code] ?? [CONNECTIONS];
}

const ABOUT_THE_KEY = new Set([
    'INVALID_KEY',
    'INVALID_SIGNATURE',
    'INVALID_PASSPHRASE',
    'IP_NOT_ALLOWED',
    'PERMISSION_DENIED',
    'KEY_EXPIRED',
    'ENVIRONMENT_MISMATCH',
    'WRONG_MARKET',
    'AMBIGUOUS_AUTH',
    'READ_MISSING',
    'TRADE_MISSING',
    'WITHDRAW_GRANTED',
    'TRANSFER_GRANTED',
    'INSUFFICIENT_FUNDS',
    'NONCE',
]);

/** Whether the setup guide of the exchange says how to mend it. */
export const guideHelps = (code: string) => ABOUT_THE_KEY.has(code);

/** The faults that one meets while connecting, in the order in which they are looked at. */
export const COMMON = [
    'INVALID_KEY',
    'INVALID_SIGNATURE',
    'INVALID_PASSPHRASE',
    'IP_NOT_ALLOWED',
    'TRADE_MISSING',
    'WITHDRAW_GRANTED',
    'INSUFFICIENT_FUNDS',
    'KEY_EXPIRED',
];
