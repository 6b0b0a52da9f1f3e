import { describe, expect, it } from 'vitest';
import type { Venue } from '../../api/types';
import { DAY, HOUR } from '../connections/expiry';
import { sampleConnection, sampleReason, sampleSubmission } from '../connections/samples';
import { adviceOf, attentionOf } from './attention';

const NOW = Date.parse('2026-03-10T12:00:00Z');
const later = (millis: number) => new Date(NOW + millis).toISOString();
const venues = [{ venue: 'bybit', egress_ips: ['203.0.113.7'] }] as Venue[];
const refused = (code = 'INVALID_KEY') => ({ ...sampleReason(code) });

describe('attention', () => {
    it('asks for nothing while all is well', () => {
        expect(attentionOf([sampleConnection()], [sampleSubmission()], venues, NOW)).toEqual([]);
    });

    it('puts the most urgent first', () => {
        const connections = [
            sampleConnection({ label: 'nine days', expires_at: later(9 * DAY) }),
            sampleConnection({ label: 'list', ip_allow_list: ['198.51.100.1'] }),
            sampleConnection({ label: 'hours', expires_at: later(5 * HOUR) }),
            sampleConnection({ label: 'error', status: 'error', reason: refused('UNREACHABLE') }),
            sampleConnection({ label: 'three days', expires_at: later(3 * DAY) }),
            sampleConnection({ label: 'reauth', status: 'reauth_needed', reason: refused() }),
            sampleConnection({
                label: 'thief',
                status: 'reauth_needed',
                reason: refused('WITHDRAW_GRANTED'),
                last_sync_at: later(0),
            }),
        ];
        const rejected = sampleSubmission({
            status: 'rejected',
            label: 'refused',
            created_at: later(-DAY),
            reason: refused(),
        });
        const items = attentionOf(connections, [rejected], venues, NOW);
        expect(
            items.map((item) =>
                item.kind === 'rejected' ? item.submission.label : item.connection.label,
            ),
        ).toEqual([
            'thief',
            'reauth',
            'error',
            'hours',
            'list',
            'refused',
            'three days',
            'nine days',
        ]);
        expect(items.map((item) => item.fix)).toEqual([
            'refresh',
            'refresh',
            'check',
            'refresh',
            'see_ip_list',
            'retry',
            'refresh',
            'refresh',
        ]);
    });

    it('says one thing of a connection: that it fails, not also that it expires', () => {
        const connection = sampleConnection({
            status: 'reauth_needed',
            expires_at: later(-HOUR),
            ip_allow_list: ['198.51.100.1'],
        });
        expect(attentionOf([connection], [], venues, NOW).map(({ kind }) => kind)).toEqual([
            'failing',
        ]);
    });

    it('does not take a connection that is being checked for a broken one', () => {
        const connection = sampleConnection({ status: 'validating', expires_at: null });
        expect(attentionOf([connection], [], venues, NOW)).toEqual([]);
    });

    it('does not judge an IP list before our addresses are known', () => {
        const connection = sampleConnection({ ip_allow_list: ['198.51.100.1'] });
        expect(attentionOf([connection], [], [], NOW)).toEqual([]);
    });

    it('tells of a bot that pauses although its key works', () => {
        const bot = sampleConnection().bot!;
        const connection = sampleConnection({
            bot: { ...bot, state: 'paused', reason: refused('INSUFFICIENT_FUNDS') },
        });
        expect(attentionOf([connection], [], venues, NOW)).toMatchObject([
            { kind: 'bot', fix: 'see', since: bot.changed_at },
        ]);
    });
});

describe('refused submissions', () => {
    const old = sampleSubmission({
        status: 'rejected',
        created_at: later(-2 * DAY),
        reason: refused(),
    });
    const kinds = (...submissions: ReturnType<typeof sampleSubmission>[]) =>
        attentionOf([sampleConnection()], submissions, venues, NOW).map(({ kind }) => kind);

    it('are settled once they were tried again, whatever came of it', () => {
        expect(kinds(old)).toEqual(['rejected']);
        expect(
            kinds(sampleSubmission({ created_at: later(-DAY), status: 'validating' }), old),
        ).toEqual([]);
        const again = sampleSubmission({
            status: 'rejected',
            created_at: later(-DAY),
            reason: refused(),
        });
        expect(kinds(again, old)).toEqual(['rejected']);
    });

    it('are not settled by a submission for something else', () => {
        const other = sampleSubmission({ created_at: later(-DAY), venue: 'okx' });
        expect(kinds(other, old)).toEqual(['rejected']);
    });

    it('are settled by a refresh of the same connection only, and by its end', () => {
        const refresh = { ...old, type: 'refresh' };
        const foreign = sampleSubmission({
            type: 'refresh',
            connection_id: 'another',
            created_at: later(-DAY),
        });
        expect(kinds(foreign, refresh)).toEqual(['rejected']);
        expect(kinds({ ...refresh, connection_id: 'gone' })).toEqual([]);
        expect(
            kinds(sampleSubmission({ type: 'refresh', created_at: later(-DAY) }), refresh),
        ).toEqual([]);
    });

    it('are not brought up when their owner ended them, a newer key won, or two weeks went by', () => {
        expect(kinds({ ...old, reason: refused('DISCONNECTED') })).toEqual([]);
        expect(kinds({ ...old, reason: refused('SUPERSEDED') })).toEqual([]);
        expect(kinds({ ...old, created_at: later(-15 * DAY) })).toEqual([]);
    });
});

describe('advice', () => {
    it('says each sentence once, with all it is about', () => {
        const words = 'The key has no IP list: it works from any address.';
        const connections = [
            sampleConnection({ label: 'a', warnings: [words] }),
            sampleConnection({ label: 'b', warnings: [words, 'Other.'] }),
            sampleConnection({ label: 'c', warnings: [words], status: 'error' }),
            sampleConnection({ label: 'd', warnings: ['The key expires on 2026-04-01: plan.'] }),
        ];
        expect(
            adviceOf(connections).map(({ words, connections }) => [words, connections.length]),
        ).toEqual([
            [words, 2],
            ['Other.', 1],
        ]);
    });
});
