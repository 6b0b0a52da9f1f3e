import { describe, expect, it } from 'vitest';
import { answerIn, settled } from './check';
import { sampleConnection, sampleReason } from './samples';

describe('a check', () => {
    const event = (data: Record<string, unknown>) => ({ type: 'connection.checked', data });

    it('is answered by the stream, for its own connection only', () => {
        const worked = event({ connection_id: 'c1', worked: true, took_millis: 84 });
        expect(answerIn(worked, 'c1')).toEqual({ kind: 'worked', millis: 84 });
        expect(answerIn(worked, 'c2')).toBeNull();
        expect(answerIn({ type: 'connection.health', data: worked.data }, 'c1')).toBeNull();
    });

    it('tells why it failed, as far as is known', () => {
        const failed = { connection_id: 'c1', worked: false, took_millis: 84 };
        expect(answerIn(event({ ...failed, reason: sampleReason() }), 'c1')).toEqual({
            kind: 'failed',
            words: 'The venue does not know this API key.',
        });
        expect(answerIn(event({ ...failed, reason: null }), 'c1')).toMatchObject({ words: null });
    });

    it('without a stream is believed only with a newer proof', () => {
        const view = sampleConnection({ last_sync_at: '2026-03-10T12:00:00Z' });
        expect(settled(202, view, null).kind).toBe('waiting');
        expect(settled(200, view, '2026-03-10T11:59:00Z').kind).toBe('worked');
        expect(settled(200, view, view.last_sync_at).kind).toBe('failed');
        expect(settled(200, { ...view, status: 'error' }, null).kind).toBe('failed');
    });
});
