import type { Connection, Strategy, SubmissionForm, Venue } from '../../../api/types';

export type Market = 'spot' | 'derivatives';
export type SubmissionType = 'add' | 'refresh';

/** What was answered so far, apart from the keys. Nothing in it is a secret of an exchange. */
export interface Answers {
    type: SubmissionType | null;
    market: Market | null;
    venue: string | null;
    strategyId: string | null;
    connectionId: string | null;
    label: string;
    /** Keep the anti-phishing code that the account has. */
    keepCode: boolean;
    code: string;
    funded: boolean;
    terms: boolean;
}

export const EMPTY: Answers = {
    type: null,
    market: null,
    venue: null,
    strategyId: null,
    connectionId: null,
    label: '',
    keepCode: true,
    code: '',
    funded: false,
    terms: false,
};

/** The values of the exchange's fields, by their names. In memory only. */
export type Keys = Readonly<Record<string, string>>;

/** What the answers are checked against. */
export interface Facts {
    venues: readonly Venue[];
    strategies: readonly Strategy[];
    connections: readonly Connection[];
    codeSet: boolean;
    email: string;
    /** Strategies for which the client says to have an invitation. */
    invited: readonly string[];
}

/** What a submission is about, looked up. */
export interface Subject {
    venue: Venue | null;
    strategy: Strategy | null;
    connection: Connection | null;
    market: Market | null;
}

/** What the answers name; a refresh is about what its connection has. */
export function subjectOf(answers: Answers, facts: Facts): Subject {
    const connection =
        answers.type === 'refresh'
            ? (facts.connections.find((one) => one.connection_id === answers.connectionId) ?? null)
            : null;
    const venueId = answers.type === 'refresh' ? connection?.venue : answers.venue;
    const strategyId = answers.type === 'refresh' ? connection?.strategy_id : answers.strategyId;
    return {
        connection,
        venue: facts.venues.find((one) => one.venue === venueId) ?? null,
        strategy: facts.strategies.find((one) => one.strategy_id === strategyId) ?? null,
        market:
            answers.type === 'refresh'
                ? ((connection?.market as Market | undefined) ?? null)
                : answers.market,
    };
}

/** The same answers with one of them changed, and without those that no longer go with it. */
export function change(answers: Answers, changed: Partial<Answers>): Answers {
    const next = { ...answers, ...changed };
    if (next.type !== answers.type) {
        next.funded = false;
        if (next.type === 'add') next.connectionId = null;
    }
    if (next.market !== answers.market) {
        next.venue = changed.venue ?? null;
        next.strategyId = changed.strategyId ?? null;
    }
    if (next.venue !== answers.venue) next.strategyId = changed.strategyId ?? null;
    const about = (one: Answers) => [one.venue, one.strategyId, one.connectionId].join(' ');
    // A tick was for another account or amount.
    if (about(next) !== about(answers) && changed.funded === undefined) next.funded = false;
    return next;
}

/** The values that belong to a venue's fields, empty ones left out. */
export function keysOf(venue: Venue | null, keys: Keys): Record<string, string> {
    const kept: Record<string, string> = {};
    for (const field of venue?.credential_fields ?? []) {
        const value = keys[field.name] ?? '';
        if (value.trim() !== '') kept[field.name] = value;
    }
    return kept;
}

/** The body of `POST /v1/submissions`. */
export function bodyOf(answers: Answers, keys: Keys, facts: Facts): SubmissionForm {
    const subject = subjectOf(answers, facts);
    const label = answers.label.trim();
    const body: SubmissionForm = {
        email: facts.email,
        type: answers.type ?? undefined,
        market: subject.market ?? undefined,
        venue: subject.venue?.venue,
        strategy_id: subject.strategy?.strategy_id,
        credentials: keysOf(subject.venue, keys),
        funded_confirmed: answers.funded,
        terms_accepted: answers.terms,
    };
    if (answers.type === 'refresh') body.connection_id = answers.connectionId ?? undefined;
    if (answers.type === 'add' && label !== '') body.label = label;
    if (!keepsCode(answers, facts)) body.anti_phishing_code = answers.code;
    return body;
}

/** Whether the account's code stays as it is. */
export function keepsCode(answers: Answers, facts: Facts): boolean {
    return facts.codeSet && answers.keepCode;
}
