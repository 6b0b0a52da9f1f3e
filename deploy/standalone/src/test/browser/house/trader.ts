import { expect } from '@playwright/test';
import type { APIRequestContext } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { awaitCode, CODES, mails } from './inbox';
import { ask } from './json';
import { console as house, operator } from './settings';
import { openAccount } from './simulator';
import type { Account } from './simulator';

/** What a submission may say beyond what all say. */
export interface Wanted {
    venue?: string;
    market?: string;
    strategy?: string;
    label?: string;
    /** What the simulated account is like. */
    terms?: object;
    credentials?: Record<string, string>;
}

export interface Connection {
    connection_id: string;
    label: string;
    status: string;
    active: boolean;
    reason: { code: string } | null;
    bot: { bot_id: string; state: string } | null;
}

interface Submission {
    submission_id: string;
    connection_id: string;
    status: string;
    reason: { code: string; message: string; fix: string } | null;
}

/** A connection that works, and the account at the exchange that it belongs to. */
export interface Connected {
    id: string;
    submission: string;
    bot: string;
    label: string;
    account: Account;
}

/** Somebody with an account, and a session of the API. */
export class Trader {
    constructor(
        readonly email: string,
        readonly password: string,
        readonly name: string,
        private readonly token: string,
    ) {}

    api<T>(wanted: number, method: string, path: string, body?: unknown): Promise<T> {
        return ask(wanted, method, house + path, body, { Authorization: `Bearer ${this.token}` });
    }

    /** Hands over a key as the form does. */
    async submit(wanted: Wanted = {}): Promise<Submission & { account: Account }> {
        const venue = wanted.venue ?? 'bybit';
        const account = await openAccount(venue, {
            balances: { BTC: '2', USDT: '5000' },
            ...wanted.terms,
        });
        const received = await this.api<Submission>(202, 'POST', '/v1/submissions', {
            email: this.email,
            type: 'add',
            market: wanted.market ?? 'derivatives',
            venue,
            strategy_id: wanted.strategy ?? 'btc_accumulation',
            label: wanted.label ?? 'Main account',
            credentials: wanted.credentials ?? account.credentials,
            anti_phishing_code: 'heron-42',
            funded_confirmed: true,
            terms_accepted: true,
        });
        return { ...received, account };
    }

    /** Hands over a key and waits until its bot runs. */
    async connect(wanted: Wanted = {}): Promise<Connected> {
        const submitted = await this.submit(wanted);
        const path = `/v1/connections/${submitted.connection_id}`;
        await expect
            .poll(async () => (await this.api<Connection>(200, 'GET', path)).bot?.state ?? null, {
                message: `${submitted.submission_id} is launched`,
                timeout: 30_000,
                intervals: [150],
            })
            .toBe('running');
        const { bot, label } = await this.api<Connection>(200, 'GET', path);
        return {
            id: submitted.connection_id,
            submission: submitted.submission_id,
            bot: bot?.bot_id ?? '',
            label,
            account: submitted.account,
        };
    }

    /** Has a connection pinged until it stands as wanted. */
    async check(connection: string, wanted: string[]): Promise<Connection> {
        let last: Connection | undefined;
        await expect
            .poll(
                async () => {
                    const url = `${house}/v1/connections/${connection}/check`;
                    const headers = { Authorization: `Bearer ${this.token}` };
                    await fetch(url, { method: 'POST', headers });
                    const path = `/v1/connections/${connection}`;
                    last = await this.api<Connection>(200, 'GET', path);
                    return wanted.includes(last.status);
                },
                {
                    message: `${connection} is ${wanted.join(' or ')}`,
                    timeout: 40_000,
                    intervals: [500],
                },
            )
            .toBe(true);
        return last as Connection;
    }
}

export const randomEmail = () => `Trader-${randomUUID().slice(0, 8)}@example.com`;

/** Makes an account and signs it in; the session's cookie stays in the given requests' jar. */
export async function join(
    jar: APIRequestContext,
    email = randomEmail(),
    name = 'Test Trader',
): Promise<Trader> {
    const password = `horse battery ${randomUUID()}`;
    const challenge = await jar.post(`${house}/v1/accounts`, { data: { email, password, name } });
    expect(challenge.status(), await challenge.text()).toBe(201);
    const token = await verify(jar, email, (await challenge.json()) as Challenge, 0);
    return new Trader(email, password, name, token);
}

/** Signs somebody in again, for another jar. */
export async function signIn(
    jar: APIRequestContext,
    email: string,
    password: string,
): Promise<string> {
    const before = (await mails(email, CODES)).length;
    const challenge = await jar.post(`${house}/v1/auth/sign-in`, { data: { email, password } });
    expect(challenge.status(), await challenge.text()).toBe(202);
    return verify(jar, email, (await challenge.json()) as Challenge, before);
}

/** Signs the operator in. */
export async function operate(jar: APIRequestContext): Promise<Trader> {
    const password = readFileSync(operator.passwordFile, 'utf8').trim();
    const token = await signIn(jar, operator.email, password);
    return new Trader(operator.email, password, 'Operator', token);
}

interface Challenge {
    challenge_id: string;
}

async function verify(
    jar: APIRequestContext,
    email: string,
    challenge: Challenge,
    before: number,
): Promise<string> {
    const code = await awaitCode(email, before);
    const answer = await jar.post(`${house}/v1/auth/verify`, {
        data: { challenge_id: challenge.challenge_id, code },
    });
    expect(answer.status(), await answer.text()).toBe(200);
    return ((await answer.json()) as { access_token: string }).access_token;
}
