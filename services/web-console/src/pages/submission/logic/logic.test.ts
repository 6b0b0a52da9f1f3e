import { describe, expect, it } from 'vitest';
import type { Connection, Strategy, Submission, Venue } from '../../../api/types';
import strategyFixture from '../fixtures/strategies.json';
import venueFixture from '../fixtures/venues.json';
import type { Answers, Facts } from './answers';
import { bodyOf, change, EMPTY, keysOf } from './answers';
import { createAttempts } from './attempt';
import { strategyAvailability, venueAvailability } from './availability';
import {
    fieldProblem,
    fileField,
    keyProblems,
    matches,
    patternOf,
    takesFiles,
    tidy,
} from './fields';
import { again, forget, keep } from './kept';
import { dots, maskedEdit } from './masking';
import { LARGEST_FILE, readFile, readText, severalFields } from './several';
import { canOpen, firstOpen, isCode, problemsByStep, problemsOf, stepsOf } from './steps';
import { isWaiting, stagesOf, standingOf } from './verdict';

// Both as GET /v1/venues and GET /v1/strategies of a house answer.
const venues = venueFixture.venues as unknown as Venue[];
const strategies = strategyFixture.strategies as unknown as Strategy[];
const venue = (id: string) => {
    const found = venues.find((one) => one.venue === id);
    if (!found) throw new Error(id);
    return found;
};
const field = (id: string, name: string) => {
    const found = venue(id).credential_fields.find((one) => one.name === name);
    if (!found) throw new Error(name);
    return found;
};
const PEM = `-----BEGIN EC PRIVATE KEY-----\n${'MHcCAQEEIBkgabcdEFGH0123456789+/'.repeat(5)}\n-----END EC PRIVATE KEY-----`;

const connection = {
    connection_id: 'c1',
    label: 'Main',
    venue: 'bybit',
    market: 'derivatives',
    strategy_id: 'btc_accumulation',
    status: 'connected',
    key_hint: 'abcd',
    expires_at: null,
} as unknown as Connection;
const facts: Facts = {
    venues,
    strategies,
    connections: [connection],
    codeSet: false,
    email: 'Ada@example.org',
    invited: [],
};
const added: Answers = {
    ...EMPTY,
    type: 'add',
    market: 'spot',
    venue: 'okx',
    strategyId: 'usdt_dca',
    code: 'teapot',
    funded: true,
    terms: true,
};
const okxKeys = { passphrase: 'two words', api_key: 'a'.repeat(36), api_secret: 'B'.repeat(32) };

describe('steps', () => {
    it('follow the documented order, a refresh without market and strategy', () => {
        expect(stepsOf('add')).toEqual([
            'email',
            'type',
            'market',
            'strategy',
            'keys',
            'code',
            'funded',
            'terms',
            'summary',
        ]);
        expect(stepsOf('refresh')).not.toContain('strategy');
        expect(stepsOf('refresh')).toContain('connection');
    });

    it('open up to the first that something stands in the way of', () => {
        expect(firstOpen(EMPTY, {}, facts)).toBe('type');
        expect(firstOpen(added, {}, facts)).toBe('keys');
        expect(firstOpen(added, okxKeys, facts)).toBe('summary');
        expect(canOpen('keys', added, {}, facts)).toBe(true);
        expect(canOpen('code', added, {}, facts)).toBe(false);
        expect(canOpen('connection', added, okxKeys, facts)).toBe(false);
    });

    it('want a code of 4 to 20 visible characters, unless one is kept', () => {
        expect(isCode('abc')).toBe(false);
        expect(isCode('heron-42')).toBe(true);
        expect(isCode('🐦🐦🐦🐦')).toBe(true);
        expect(isCode(' heron')).toBe(false);
        expect(isCode('her\u200Bon')).toBe(false);
        expect(isCode('a'.repeat(21))).toBe(false);
        const kept = { ...facts, codeSet: true };
        expect(problemsOf('code', { ...added, code: '' }, {}, kept)).toEqual([]);
        expect(problemsOf('code', { ...added, code: '' }, {}, facts)).toHaveLength(1);
    });

    it('take the ticks back when the account or the amount is another', () => {
        expect(change(added, { strategyId: 'btc_spot_reserve' }).funded).toBe(false);
        expect(change(added, { label: 'Mine' }).funded).toBe(true);
        const other = change(added, { market: 'derivatives' });
        expect([other.venue, other.strategyId]).toEqual([null, null]);
    });
});

describe('a submission', () => {
    it('says what the contract asks for, and keys of its exchange alone', () => {
        const body = bodyOf(added, { ...okxKeys, memo: 'of another', api_name: ' ' }, facts);
        expect(body).toEqual({
            email: 'Ada@example.org',
            type: 'add',
            market: 'spot',
            venue: 'okx',
            strategy_id: 'usdt_dca',
            credentials: okxKeys,
            anti_phishing_code: 'teapot',
            funded_confirmed: true,
            terms_accepted: true,
        });
    });

    it('takes exchange, market and strategy of a refresh from its connection', () => {
        const body = bodyOf(
            { ...EMPTY, type: 'refresh', connectionId: 'c1', label: 'x' },
            { api_key: 'k', api_secret: 's' },
            { ...facts, codeSet: true },
        );
        expect(body).toMatchObject({ venue: 'bybit', market: 'derivatives', connection_id: 'c1' });
        expect(body).not.toHaveProperty('anti_phishing_code');
        expect(body).not.toHaveProperty('label');
    });

    it('is sent with the same key until something changes', () => {
        const attempts = createAttempts();
        const first = attempts.key();
        expect(attempts.key()).toBe(first);
        attempts.changed();
        expect(attempts.key()).not.toBe(first);
    });

    it('leads what the house refuses to the step and the field', () => {
        const byStep = problemsByStep(
            [
                { field: 'credentials.api_secret', message: 'is masked. Copy it again.' },
                { field: 'anti_phishing_code', message: 'must be 4 to 20 characters' },
                { field: 'something_new', message: 'is odd' },
            ],
            'add',
        );
        expect(byStep.get('keys')?.[0]).toMatchObject({
            id: 'key-api_secret',
            field: 'api_secret',
        });
        expect(byStep.get('code')?.[0]?.id).toBe('anti_phishing_code');
        expect(byStep.has('summary')).toBe(true);
    });
});

describe('what is available', () => {
    const kindOf = (id: string, market: 'spot' | 'derivatives') =>
        venueAvailability(venue(id), market, strategies).kind;

    it('says of every exchange why not', () => {
        expect(kindOf('bybit', 'spot')).toBe('open');
        expect(kindOf('binance', 'spot')).toBe('support');
        expect(kindOf('binance', 'derivatives')).toBe('support');
        expect(kindOf('bitmart', 'spot')).toBe('closing');
        expect(kindOf('kalshi', 'spot')).toBe('no_strategy');
        expect(kindOf('kraken', 'derivatives')).toBe('no_market');
    });

    it('says of every strategy why not', () => {
        const kind = (id: string, at: string, invited: string[] = []) => {
            const strategy = strategies.find((one) => one.strategy_id === id) as Strategy;
            return strategyAvailability(strategy, at, 'spot', invited).kind;
        };
        expect(kind('usdt_dca', 'okx')).toBe('open');
        expect(kind('usdc_dca', 'okx')).toBe('not_here');
        expect(kind('btc_accumulation', 'okx')).toBe('other_market');
        expect(kind('btc_spot_reserve', 'okx')).toBe('invite_only');
        expect(kind('btc_spot_reserve', 'okx', ['btc_spot_reserve'])).toBe('open');
        expect(kind('usdt_dca', 'binance')).toBe('support');
    });
});

describe('fields of every exchange', () => {
    it.each(venues.map((one) => one.venue))('%s: its patterns work here', (id) => {
        for (const one of venue(id).credential_fields) {
            expect(patternOf(one), one.name).not.toBeNull();
            expect(matches(one, 'x'.repeat(one.max_length + 1))).toBe(false);
            expect(fieldProblem(one, '')).toBe(one.required ? 'missing' : null);
        }
        expect(keyProblems(venue(id), {})).toHaveLength(
            venue(id).credential_fields.filter((one) => one.required).length,
        );
    });

    it('know where key files go', () => {
        expect(fileField(venue('coinbase').credential_fields)?.name).toBe('api_secret');
        expect(fileField(venue('kalshi').credential_fields)?.name).toBe('api_secret');
        expect(fileField(venue('okx').credential_fields)).toBeUndefined();
        expect(takesFiles(field('bybit', 'api_key'))).toBe(false);
    });

    it('tell what is wrong at once', () => {
        const secret = field('kucoin', 'api_secret');
        expect(fieldProblem(secret, 'ada@example.org')).toBe('login_email');
        expect(fieldProblem(secret, '••••••••')).toBe('masked');
        expect(fieldProblem(secret, 'short')).toBe('wrong_form');
        expect(fieldProblem(field('coinbase', 'api_secret'), PEM)).toBeNull();
        expect(fieldProblem(field('coinbase', 'api_secret'), PEM.slice(0, 90))).toBe('cut_key');
        expect(
            fieldProblem(field('kalshi', 'api_secret'), PEM.replaceAll('EC PRIVATE', 'PUBLIC')),
        ).toBe('public_key');
        expect(fieldProblem(field('hyperliquid', 'api_key'), 'A'.repeat(40))).toBeNull();
    });

    it('mend what is beyond doubt, and say so', () => {
        expect(tidy(field('okx', 'api_key'), ' "abc\u200Bdef" \n')).toEqual({
            value: 'abcdef',
            repairs: ['invisible', 'blanks', 'quotes'],
        });
        expect(tidy(field('okx', 'passphrase'), '"in quotes"').value).toBe('"in quotes"');
        const oneLine = PEM.replaceAll('\n', '\\n');
        expect(tidy(field('coinbase', 'api_secret'), oneLine)).toEqual({
            value: PEM,
            repairs: ['line_ends'],
        });
        expect(tidy(field('coinbase', 'api_secret'), PEM).repairs).toEqual([]);
    });
});

describe('masking', () => {
    it('shows nothing of the value', () => expect(dots('abc')).toBe('•••'));

    it.each([
        ['typing at the end', 'abc', '•••d', 4, 'abcd'],
        ['typing in the middle', 'abc', '•x••', 2, 'axbc'],
        ['deleting at the end', 'abc', '••', 2, 'ab'],
        ['deleting at the start', 'abc', '••', 0, 'bc'],
        ['replacing all', 'abc', 'xyz', 3, 'xyz'],
        ['replacing a part', 'abcd', '•xx•', 3, 'axxd'],
        ['emptying', 'abc', '', 0, ''],
        ['beginning', '', 'a', 1, 'a'],
    ])('%s', (_, value, edited, caret, result) => {
        expect(maskedEdit(value, edited, caret)).toBe(result);
    });
});

describe('several fields at once', () => {
    const okx = venue('okx').credential_fields;

    it('are found in labelled lines, whatever is between', () => {
        const found = { api_key: 'kkk', api_secret: 'sss', passphrase: 'two words' };
        expect(
            severalFields(okx, 'API Key: kkk\r\nSecret Key: sss\r\nPassphrase: two words'),
        ).toEqual(found);
        expect(severalFields(okx, 'apikey = "kkk"\nsecretkey = "sss"')).toEqual({
            api_key: 'kkk',
            api_secret: 'sss',
        });
        expect(severalFields(okx, 'API Key\nkkk\nSecret Key\nsss')).toEqual({
            api_key: 'kkk',
            api_secret: 'sss',
        });
    });

    it('are found in JSON, one level down as well', () => {
        expect(severalFields(okx, '{"data":{"apiKey":"kkk","secretKey":"sss"}}')).toEqual({
            api_key: 'kkk',
            api_secret: 'sss',
        });
    });

    it('are not seen in a single value', () => {
        expect(severalFields(okx, 'kkkkkkkkkkkk')).toEqual({});
        expect(severalFields(okx, 'https://example.org/a=b')).toEqual({});
    });
});

describe('files', () => {
    const coinbase = venue('coinbase').credential_fields;
    const name =
        'organizations/01234567-89ab-4cde-8f01-23456789abcd/apiKeys/01234567-89ab-4cde-8f01-23456789abcd';

    it('fill the fields of the file that Coinbase offers', () => {
        const file = JSON.stringify({ name, privateKey: `${PEM}\n` });
        expect(readText(coinbase, file)).toEqual({
            kind: 'fields',
            values: { api_key: name, api_secret: PEM },
        });
    });

    it('put a key file where one is taken', () => {
        expect(readText(venue('kalshi').credential_fields, `${PEM}\n`)).toEqual({
            kind: 'fields',
            values: { api_secret: PEM },
        });
        expect(readText(venue('okx').credential_fields, PEM)).toEqual({
            kind: 'wrong',
            why: 'no_key_files',
        });
    });

    it.each([
        ['', 'empty'],
        ['PK\u0003\u0004\u0000', 'not_text'],
        ['{"name": "cut o', 'broken_json'],
        ['{"type":"service_account"}', 'no_fields'],
        ['-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', 'public_key'],
        ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', 'certificate'],
        [
            '-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA\n-----END ENCRYPTED PRIVATE KEY-----',
            'encrypted',
        ],
        ['ssh-ed25519 AAAA me@host', 'public_key'],
    ])('explain a wrong one: %j', (text, why) => {
        expect(readText(coinbase, text)).toEqual({ kind: 'wrong', why });
    });

    it('refuse one that is too large unread', async () => {
        const file = new File(['x'.repeat(LARGEST_FILE + 1)], 'key.pem');
        expect(await readFile(coinbase, file)).toEqual({ kind: 'wrong', why: 'too_big' });
    });
});

describe('trying again', () => {
    const rejected = (code: string) =>
        ({
            submission_id: 's1',
            connection_id: 'c9',
            type: 'add',
            status: 'rejected',
            venue: 'okx',
            market: 'spot',
            strategy_id: 'usdt_dca',
            label: 'Mine',
            reason: { code, message: '', fix: '', venue_code: '', venue_words: '' },
        }) as unknown as Submission;

    it('keeps everything but the secrets', () => {
        keep('s1', added, { api_key: 'kkk' });
        const kept = again(rejected('INVALID_SIGNATURE'));
        expect(kept.answers).toEqual(added);
        expect(kept.keys).toEqual({ api_key: 'kkk' });
    });

    it('asks for another key, or the funds, where those are what was wrong', () => {
        keep('s1', added, { api_key: 'kkk' });
        expect(again(rejected('WITHDRAW_GRANTED')).keys).toEqual({});
        expect(again(rejected('INSUFFICIENT_FUNDS')).answers.funded).toBe(false);
    });

    it('takes what the house knows when this page has forgotten', () => {
        forget();
        const kept = again(rejected('INVALID_KEY'));
        expect(kept.answers).toMatchObject({ type: 'add', venue: 'okx', label: 'Mine' });
        expect(kept.keys).toEqual({});
        expect(firstOpen(kept.answers, kept.keys, facts)).toBe('keys');
    });
});

describe('the verdict', () => {
    const of = (status: string, type = 'add', reason: object | null = null) =>
        ({ status, type, reason }) as unknown as Submission;
    const running = { bot: { bot_id: '0x001 / Ada / 1' } } as unknown as Connection;

    it('stands where the submission and its bot are', () => {
        expect(standingOf(of('received'), undefined)).toBe('received');
        expect(standingOf(of('validating'), undefined)).toBe('validating');
        expect(standingOf(of('validating', 'add', {}), undefined)).toBe('delayed');
        expect(standingOf(of('accepted'), undefined)).toBe('accepted');
        expect(standingOf(of('accepted'), running)).toBe('launched');
        expect(standingOf(of('accepted', 'refresh'), running)).toBe('refreshed');
        expect(standingOf(of('rejected', 'add', {}), undefined)).toBe('rejected');
        expect(isWaiting('delayed')).toBe(true);
        expect(isWaiting('launched')).toBe(false);
        expect(stagesOf(of('rejected'), 'rejected')).toMatchObject({ at: 1, failed: true });
    });

    it('keeps no empty values', () => {
        expect(keysOf(venue('okx'), { api_key: 'k', passphrase: '  ' })).toEqual({ api_key: 'k' });
    });
});
