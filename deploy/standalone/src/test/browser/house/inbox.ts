import { expect } from '@playwright/test';
import { ask } from './json';
import { inbox } from './settings';

interface Listed {
    ID: string;
    Subject: string;
    To: { Address: string }[];
}

/** A mail as it came. */
export interface Mail {
    ID: string;
    Subject: string;
    Text: string;
    HTML: string;
}

/** The mails to an address whose subject is like the given one, newest first. */
export async function mails(email: string, subject: RegExp): Promise<Listed[]> {
    const query = encodeURIComponent(`to:${email}`);
    const found = await ask<{ messages: Listed[] }>(
        200,
        'GET',
        `${inbox}/api/v1/search?query=${query}&limit=1000`,
    );
    return found.messages.filter(
        (mail) => mail.To.some((to) => to.Address === email) && subject.test(mail.Subject),
    );
}

/** Waits for the newest mail to an address whose subject is like the given one. */
export async function awaitMail(email: string, subject: RegExp, more = 0): Promise<Mail> {
    await expect
        .poll(async () => (await mails(email, subject)).length, {
            message: `mail ${subject} to ${email}`,
            timeout: 30_000,
            intervals: [100],
        })
        .toBeGreaterThan(more);
    const newest = (await mails(email, subject))[0];
    return ask<Mail>(200, 'GET', `${inbox}/api/v1/message/${newest?.ID}`);
}

/** Mails with a code to sign in; the first is the welcome. */
export const CODES = /^Welcome|sign-in code/i;

/** The newest mailed code; the (more + 1)th that was sent. */
export async function awaitCode(email: string, more = 0): Promise<string> {
    const mail = await awaitMail(email, CODES, more);
    const code = /\b\d{6}\b/.exec(mail.Text)?.[0];
    if (code === undefined) throw new Error(`no code in "${mail.Subject}"`);
    return code;
}
