import { ask } from './json';
import { simulator } from './settings';

/** An account at a simulated exchange. */
export interface Account {
    account_id: string;
    uid: string;
    credentials: Record<string, string>;
}

/** Opens an account; without terms it may read and trade and holds a little of everything. */
export function openAccount(venue: string, terms: object = {}): Promise<Account> {
    return ask(201, 'POST', `${simulator}/_sim/${venue}/accounts`, terms);
}

/** A further key of an account. */
export function anotherKey(venue: string, account: Account, terms: object = {}): Promise<Account> {
    return ask(
        201,
        'POST',
        `${simulator}/_sim/${venue}/accounts/${account.account_id}/keys`,
        terms,
    );
}

/** Changes what the exchange knows of an account, or of one of its keys. */
export function change(venue: string, account: Account, what: object): Promise<unknown> {
    return ask(200, 'PATCH', `${simulator}/_sim/${venue}/accounts/${account.account_id}`, what);
}
