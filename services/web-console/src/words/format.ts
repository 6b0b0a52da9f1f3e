/** How dates and numbers are written; in the reader's time zone, which is told along. */
const LOCALE = 'en-GB';

const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const moment = new Intl.DateTimeFormat(LOCALE, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
});
const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const whole = new Intl.NumberFormat(LOCALE);

export const format = {
    /** 3 Dec 2026 */
    day: (at: string | Date) => day.format(new Date(at)),
    /** 3 Dec 2026, 14:05 GMT+1 */
    moment: (at: string | Date) => moment.format(new Date(at)),
    /** 14:05 */
    clock: (at: string | Date) => clock.format(new Date(at)),
    /** 12,345 */
    count: (value: number) => whole.format(value),
    /** An exact decimal as it came, its whole part grouped: never through a float. */
    decimal(value: string) {
        const match = /^(-?)(\d+)(\.\d+)?$/.exec(value);
        if (!match) return value;
        const [, sign = '', digits = '', rest = ''] = match;
        return sign + digits.replace(/\B(?=(\d{3})+$)/g, ',') + rest;
    },
    /** "1 key", "2 keys" */
    plural: (count: number, one: string, many: string) =>
        `${whole.format(count)} ${count === 1 ? one : many}`,
    /** What the house objects to about a field, as a sentence: "Name is required." */
    objection(label: string, message: string) {
        const whole = /^[a-z]/.test(message) ? `${label} ${message}` : message;
        return /[.!?]$/.test(whole) ? whole : `${whole}.`;
    },
    /** "23 s ago", "5 min ago", "3 h ago", "2 days ago"; "just now" below two seconds. */
    ago(millis: number) {
        const seconds = Math.max(0, Math.round(millis / 1000));
        if (seconds < 2) return 'just now';
        if (seconds < 90) return `${seconds} s ago`;
        const minutes = Math.round(seconds / 60);
        if (minutes < 90) return `${minutes} min ago`;
        const hours = Math.round(minutes / 60);
        if (hours < 36) return `${hours} h ago`;
        return `${Math.round(hours / 24)} days ago`;
    },
};
