import type { MailWish } from '../../api/types';

/** A rule of a good password, and whether it is met; null is for what only the house knows. */
export interface RuleState {
    rule: 'length' | 'longest' | 'address' | 'different' | 'repeated' | 'common';
    met: boolean | null;
}

export interface PasswordForm {
    current: string;
    next: string;
    repeat: string;
}

const SHORTEST = 12;
const LONGEST = 256;

/** Letters as people count them: a smiley is one. */
export function lengthOf(text: string): number {
    return [...text].length;
}

/** Every rule in the order in which it is shown. The longest is named only when it is broken. */
export function passwordRules(form: PasswordForm, email: string): RuleState[] {
    const { current, next, repeat } = form;
    const written = next !== '';
    const local = email.slice(0, Math.max(0, email.lastIndexOf('@')));
    const lower = next.toLowerCase();
    const isAddress = lower === email.toLowerCase() || lower === local.toLowerCase();
    const rules: RuleState[] = [
        { rule: 'length', met: lengthOf(next) >= SHORTEST },
        { rule: 'address', met: written && !isAddress },
        { rule: 'different', met: written && next !== current },
        { rule: 'repeated', met: written && next === repeat },
        { rule: 'common', met: null },
    ];
    if (lengthOf(next) > LONGEST) rules.splice(1, 0, { rule: 'longest', met: false });
    return rules;
}

/** Whether the form may be sent. */
export function passwordReady(form: PasswordForm, email: string): boolean {
    return form.current !== '' && passwordRules(form, email).every((one) => one.met !== false);
}

// Invisible and directional characters, controls, broken ones: as the house refuses them.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Cn}]/u;

/** What is wrong with an anti-phishing code: the name of the words for it, or null. */
export function codeObjection(code: string): 'length' | 'edges' | 'characters' | null {
    if (code !== code.trim()) return 'edges';
    if (lengthOf(code) < 4 || lengthOf(code) > 20) return 'length';
    return UNSEEN.test(code) ? 'characters' : null;
}

const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .'’_-]*[\p{L}\p{M}\p{N}.'’_-])?$/u;

/** What is wrong with a name: the name of the words for it, or null. */
export function nameObjection(name: string): 'nameMissing' | 'nameShape' | null {
    if (name.trim() === '' || lengthOf(name) > 64) return 'nameMissing';
    return NAME.test(name) ? null : 'nameShape';
}

/** The names to send after one wish was switched. */
export function unwantedAfter(wishes: MailWish[], mail: string, wanted: boolean): string[] {
    return wishes
        .filter((wish) => wish.optional && (wish.mail === mail ? !wanted : !wish.wanted))
        .map((wish) => wish.mail);
}

/** The wishes as they will be, shown before the house has answered. */
export function wishesAfter(wishes: MailWish[], mail: string, wanted: boolean): MailWish[] {
    return wishes.map((wish) => (wish.mail === mail ? { ...wish, wanted } : wish));
}

/** What the house says of a field, as a sentence: "must be longer" becomes "Must be longer." */
export function asSentence(message: string): string {
    const first = message.charAt(0).toUpperCase() + message.slice(1);
    return /[.!?]$/.test(first) ? first : `${first}.`;
}
