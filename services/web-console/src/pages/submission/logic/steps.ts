import type { Answers, Facts, Keys } from './answers';
import { keepsCode, subjectOf } from './answers';
import { strategyAvailability, venueAvailability } from './availability';
import { keyProblems } from './fields';

/** The documented steps, in their order. */
export type Step =
    | 'email'
    | 'type'
    | 'market'
    | 'strategy'
    | 'connection'
    | 'keys'
    | 'code'
    | 'funded'
    | 'terms'
    | 'summary';

const ADD: readonly Step[] = [
    'email',
    'type',
    'market',
    'strategy',
    'keys',
    'code',
    'funded',
    'terms',
    'summary',
];
const REFRESH: readonly Step[] = [
    'email',
    'type',
    'connection',
    'keys',
    'code',
    'funded',
    'terms',
    'summary',
];

/** The steps of a type; those of an addition until one is chosen. */
export function stepsOf(type: Answers['type']): readonly Step[] {
    return type === 'refresh' ? REFRESH : ADD;
}

/** What stands in the way of going on: the id of the field it is about, and which words say it. */
export interface Problem {
    /** The element that gets the focus. */
    id: string;
    /** The exchange's field that it is about. */
    field?: string;
    code: ProblemCode;
    /** Words that came from the house; they stand in place of the code's. */
    words?: string;
}

export type ProblemCode =
    | 'type'
    | 'market'
    | 'venue'
    | 'strategy'
    | 'connection'
    | 'label'
    | 'code'
    | 'funded'
    | 'terms'
    | 'missing'
    | 'too_long'
    | 'wrong_form'
    | 'public_key'
    | 'encrypted_key'
    | 'cut_key'
    | 'masked'
    | 'login_email'
    | 'refused';

/** What stands in the way of leaving a step forwards. */
export function problemsOf(step: Step, answers: Answers, keys: Keys, facts: Facts): Problem[] {
    const subject = subjectOf(answers, facts);
    switch (step) {
        case 'email':
        case 'summary':
            return [];
        case 'type':
            return answers.type === null ? [{ id: 'type', code: 'type' }] : [];
        case 'market':
            return answers.market === null ? [{ id: 'market', code: 'market' }] : [];
        case 'strategy':
            return strategyProblems(answers, facts);
        case 'connection':
            return subject.connection === null ? [{ id: 'connection', code: 'connection' }] : [];
        case 'keys':
            return keyProblems(subject.venue, keys);
        case 'code':
            return keepsCode(answers, facts) || isCode(answers.code)
                ? []
                : [{ id: 'anti_phishing_code', code: 'code' }];
        case 'funded':
            return answers.funded ? [] : [{ id: 'funded', code: 'funded' }];
        case 'terms':
            return answers.terms ? [] : [{ id: 'terms', code: 'terms' }];
    }
}

function strategyProblems(answers: Answers, facts: Facts): Problem[] {
    const { venue, strategy } = subjectOf(answers, facts);
    const problems: Problem[] = [];
    const { market } = answers;
    if (market === null) return [{ id: 'venue', code: 'venue' }];
    if (!venue || venueAvailability(venue, market, facts.strategies).kind !== 'open') {
        problems.push({ id: 'venue', code: 'venue' });
    }
    if (
        !strategy ||
        strategyAvailability(strategy, answers.venue, market, facts.invited).kind !== 'open'
    ) {
        problems.push({ id: 'strategy', code: 'strategy' });
    }
    if (answers.label.trim() !== '' && !isLabel(answers.label.trim())) {
        problems.push({ id: 'label', code: 'label' });
    }
    return problems;
}

// Control characters, half characters, separators and marks that turn text around, as the house
// has it for texts that mails show.
const PLAIN = '[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]';
const CODE = new RegExp(`^(?!.*[\\u00AD\\u200B-\\u200F\\u2060-\\u2064])${PLAIN}{4,20}$`, 'u');
const LABEL = new RegExp(`^${PLAIN}{1,64}$`, 'u');

/** Whether a text can be an anti-phishing code. */
export function isCode(text: string): boolean {
    return CODE.test(text) && text === text.trim();
}

/** Whether a connection may be called that. */
export function isLabel(text: string): boolean {
    return LABEL.test(text);
}

/** The first step that something stands in the way of; the last one when nothing does. */
export function firstOpen(answers: Answers, keys: Keys, facts: Facts): Step {
    const steps = stepsOf(answers.type);
    return (
        steps.find((step) => problemsOf(step, answers, keys, facts).length > 0) ??
        (steps.at(-1) as Step)
    );
}

/** Whether a step can be opened: nothing stands in the way of those before it. */
export function canOpen(step: Step, answers: Answers, keys: Keys, facts: Facts): boolean {
    const steps = stepsOf(answers.type);
    const at = steps.indexOf(step);
    return at >= 0 && at <= steps.indexOf(firstOpen(answers, keys, facts));
}

/** The step where a field of the submission's body is answered. */
export function stepOfField(path: string, type: Answers['type']): Step {
    const field = path.split('.')[0] ?? '';
    const about: Record<string, Step> = {
        email: 'email',
        type: 'type',
        market: type === 'refresh' ? 'connection' : 'market',
        venue: type === 'refresh' ? 'connection' : 'strategy',
        strategy_id: type === 'refresh' ? 'connection' : 'strategy',
        label: type === 'refresh' ? 'connection' : 'strategy',
        connection_id: type === 'refresh' ? 'connection' : 'type',
        credentials: 'keys',
        anti_phishing_code: 'code',
        funded_confirmed: 'funded',
        terms_accepted: 'terms',
    };
    return about[field] ?? 'summary';
}

/** The element that answers a field of the submission's body. */
export function elementOfField(path: string): string {
    const [field = '', name = ''] = path.split('.');
    if (field === 'credentials') return name === '' ? 'keys' : `key-${name}`;
    const elements: Record<string, string> = {
        strategy_id: 'strategy',
        connection_id: 'connection',
        funded_confirmed: 'funded',
        terms_accepted: 'terms',
    };
    return elements[field] ?? field;
}

/** What the house does not accept, as problems by step. */
export function problemsByStep(
    details: readonly { field: string; message: string }[],
    type: Answers['type'],
): Map<Step, Problem[]> {
    const all = new Map<Step, Problem[]>();
    for (const detail of details) {
        const step = stepOfField(detail.field, type);
        const problem: Problem = {
            id: elementOfField(detail.field),
            code: 'refused',
            words: detail.message,
        };
        if (detail.field.startsWith('credentials.')) {
            problem.field = detail.field.slice('credentials.'.length);
        }
        all.set(step, [...(all.get(step) ?? []), problem]);
    }
    return all;
}
