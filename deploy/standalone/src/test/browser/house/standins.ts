import { randomInt, randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { ask } from './json';
import { simulator } from './settings';

/* What alerts go to, as the people and programs at the other end see it. */

/** A call to a receiver of webhooks. */
export interface Heard {
    id: string;
    signatures: number;
    /** Which of the receiver's secrets signed it, by place. */
    verified_by: number[];
    answered: number;
    body: { type: string; data: { title: string; text: string } };
}

/** A program that is called. */
export class Receiver {
    readonly name = `t${randomUUID()}`;
    readonly url = `${simulator}/_hooks/${this.name}`;

    /** Lets it believe calls that one of these signed, and answer so; null: as if all were well. */
    set(what: { secrets?: string[]; answer?: object | null }): Promise<unknown> {
        return ask(200, 'PUT', `${this.url}/_admin`, what);
    }

    async calls(): Promise<Heard[]> {
        return (await ask<{ calls: Heard[] }>(200, 'GET', `${this.url}/_admin`)).calls;
    }
}

/** Somebody with Telegram. */
export class Chat {
    readonly id = randomInt(1, 600_000_000);
    private readonly url = `${simulator}/_telegram/_admin/chats/${this.id}`;

    constructor(readonly name: string) {}

    write(text: string): Promise<unknown> {
        return ask(200, 'POST', `${this.url}/messages`, { text, name: this.name });
    }

    block(): Promise<unknown> {
        return ask(200, 'PATCH', this.url, { blocked: true });
    }

    /** Waits until the bot has said something like that. */
    async hears(text: RegExp): Promise<void> {
        await expect
            .poll(
                async () =>
                    JSON.stringify(
                        (await ask<{ messages: unknown[] }>(200, 'GET', this.url)).messages,
                    ),
                { message: `the bot says ${text}`, timeout: 30_000 },
            )
            .toMatch(text);
    }
}

/** A browser that has subscribed at the push service. */
export interface Subscription {
    id: string;
    endpoint: string;
    keys: { p256dh: string; auth: string };
}

/** Subscribes with the house's key. */
export function subscribed(key: string): Promise<Subscription> {
    return ask(201, 'POST', `${simulator}/_push/subscriptions`, { application_server_key: key });
}

/** What came to a browser, as it reads it. */
export async function pushes(id: string): Promise<string> {
    const { messages } = await ask<{ messages: unknown[] }>(
        200,
        'GET',
        `${simulator}/_push/subscriptions/${id}`,
    );
    return JSON.stringify(messages);
}
