import { session } from '../../../api/session';
import type { Submission } from '../../../api/types';
import type { Answers, Keys, Market } from './answers';
import { EMPTY } from './answers';

interface Kept {
    submission: string;
    answers: Answers;
    /** The values of fields that are no secrets. */
    open: Keys;
}

// The last submission's answers, for "try again"; never a secret, never on disk.
let last: Kept | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** As long as what is typed is kept when nobody touches the page. */
export const IDLE = 15 * 60_000;

/** Keeps what a submission said, without its secrets. */
export function keep(submission: string, answers: Answers, open: Keys) {
    last = { submission, answers, open };
    clearTimeout(timer);
    timer = setTimeout(forget, IDLE);
}

/** Forgets it. */
export function forget() {
    last = null;
    clearTimeout(timer);
}

session.subscribe(() => {
    if (session.state().kind === 'out') forget();
});

// What makes the key itself useless: its public half would only be in the way.
const NEEDS_ANOTHER_KEY = new Set([
    'INVALID_KEY',
    'KEY_EXPIRED',
    'ENVIRONMENT_MISMATCH',
    'WITHDRAW_GRANTED',
    'TRANSFER_GRANTED',
    'DIFFERENT_ACCOUNT',
]);

/** The answers to begin with after a rejection: everything but the secrets. */
export function again(submission: Submission): { answers: Answers; keys: Keys } {
    const mine = last?.submission === submission.submission_id ? last : null;
    const refresh = submission.type === 'refresh';
    const code = submission.reason?.code ?? '';
    const answers: Answers = mine?.answers ?? {
        ...EMPTY,
        type: refresh ? 'refresh' : 'add',
        market: refresh ? null : (submission.market as Market),
        venue: refresh ? null : submission.venue,
        strategyId: refresh ? null : submission.strategy_id,
        connectionId: refresh ? submission.connection_id : null,
        label: refresh ? '' : submission.label,
    };
    return {
        // It was not so: to be looked at before it is ticked again.
        answers: { ...answers, funded: answers.funded && code !== 'INSUFFICIENT_FUNDS' },
        keys: mine && !NEEDS_ANOTHER_KEY.has(code) ? mine.open : {},
    };
}
