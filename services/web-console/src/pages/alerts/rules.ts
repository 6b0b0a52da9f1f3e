import type { AlertWishes, WishesView } from '../../api/types';

/** The form of quiet hours and the second alert, as it is typed. */
export interface WhenForm {
    persist: string;
    quiet: boolean;
    from: string;
    until: string;
    zone: string;
}

type Objections = Partial<Record<keyof WhenForm, 'persistWrong' | 'timeWrong' | 'sameTime'>>;

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with the form, field by field: the names of the words for it. */
export function whenObjections(form: WhenForm): Objections {
    const found: Objections = {};
    const minutes = /^\d{1,4}$/.test(form.persist.trim()) ? Number(form.persist) : 0;
    if (minutes < 1 || minutes > 1440) found.persist = 'persistWrong';
    if (form.quiet) {
        if (!TIME.test(form.from)) found.from = 'timeWrong';
        if (!TIME.test(form.until)) found.until = 'timeWrong';
        else if (form.until === form.from) found.until = 'sameTime';
    }
    return found;
}

/** The form as the house takes it. */
export function wishesOf(form: WhenForm): AlertWishes {
    return {
        persist_minutes: Number(form.persist),
        quiet_hours: form.quiet
            ? { from: form.from, until: form.until, zone: form.zone }
            : undefined,
    };
}

/** The wishes as a form; what was never wished begins as most people sleep. */
export function formOf(wishes: WishesView, zone: string): WhenForm {
    const quiet = wishes.quiet_hours;
    return {
        persist: String(wishes.persist_minutes),
        quiet: quiet !== null,
        from: quiet?.from ?? '22:00',
        until: quiet?.until ?? '07:00',
        zone: quiet?.zone ?? zone,
    };
}

/** Every time zone to choose from: the browser's list with those that must be among them. */
export function zones(...needed: string[]): string[] {
    const known = Intl.supportedValuesOf('timeZone');
    return [...new Set([...known, 'UTC', ...needed])].sort();
}

/** What is wrong with a webhook's URL: the name of the words for it, or null. */
export function urlObjection(url: string): 'empty' | 'https' | 'noUrl' | null {
    const typed = url.trim();
    if (typed === '') return 'empty';
    if (!URL.canParse(typed)) return typed.includes('://') ? 'noUrl' : 'https';
    // The house says whether it can be reached, and knows of exceptions.
    return ['https:', 'http:'].includes(new URL(typed).protocol) ? null : 'https';
}
