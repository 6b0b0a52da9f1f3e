import { describe, expect, it } from 'vitest';
import { layOut, scaleTop } from './chart';
import { hourly, summary } from './history';
import type { History, HistoryPoint, Outage } from '../../api/types';

const UNTIL = Date.parse('2026-03-10T12:00:00Z');
const FROM = UNTIL - 24 * 3_600_000;
const iso = (at: number) => new Date(at).toISOString();
const point = (
    minute: number,
    typical: number | null = 100,
    changes: Partial<HistoryPoint> = {},
) => ({
    at: iso(FROM + minute * 60_000),
    pings: 5,
    failed: 0,
    typical_millis: typical,
    longest_millis: typical,
    ...changes,
});
const day = (changes: Partial<History> = {}): History => ({
    connection_id: 'c',
    from: iso(FROM),
    until: iso(UNTIL),
    step_seconds: 300,
    points: [],
    outages: [],
    ...changes,
});
const plot = { width: 1000, height: 200, left: 0, right: 0, top: 0, bottom: 0 };

describe('the chart of a day', () => {
    it('leaves gaps where nothing was measured', () => {
        const shapes = layOut(day({ points: [point(0), point(5), point(20), point(25)] }), plot);
        expect(shapes.lines).toHaveLength(2);
        expect(shapes.bands).toHaveLength(2);
    });

    it('leaves a gap where no ping was answered', () => {
        const failed = point(5, null, { failed: 5, longest_millis: null });
        const shapes = layOut(day({ points: [point(0), failed, point(10)] }), plot);
        expect(shapes.lines).toEqual([]);
        expect(shapes.dots).toHaveLength(2);
        expect(shapes.failures).toMatchObject([{ share: 1 }]);
    });

    it('shows a lonely point as a dot', () => {
        expect(layOut(day({ points: [point(720)] }), plot).dots).toEqual([{ x: 501.7, y: 0 }]);
    });

    it('shades outages for as long as they lasted, and up to now while they last', () => {
        const outages: Outage[] = [
            { status: 'error', from: iso(FROM), until: iso(FROM + 6 * 3_600_000), reason: null },
            { status: 'reauth_needed', from: iso(UNTIL - 3_600_000), until: null, reason: null },
            { status: 'error', from: iso(UNTIL - 1_000), until: iso(UNTIL), reason: null },
        ];
        const shapes = layOut(day({ outages }), plot);
        expect(shapes.outages.map(({ x, width }) => [x, width])).toEqual([
            [0, 250],
            [958.3, 41.7],
            [998, 2],
        ]);
    });

    it('begins an outage of the day before at the left edge', () => {
        const outages: Outage[] = [
            { status: 'error', from: iso(FROM - 9e6), until: null, reason: null },
        ];
        expect(layOut(day({ outages }), plot).outages[0]).toMatchObject({ x: 0, width: 1000 });
    });

    it('does not let one slow answer flatten the day, and says that it is beyond', () => {
        const points = Array.from({ length: 40 }, (_, at) => point(at * 5, 90));
        points[7] = point(35, 90, { longest_millis: 12_000 });
        expect(scaleTop(points)).toBe(100);
        const shapes = layOut(day({ points }), plot);
        expect(shapes.beyond).toBe(12_000);
        expect(shapes.scale.map(({ millis }) => millis)).toEqual([0, 50, 100]);
    });

    it('has a scale without any point', () => {
        const shapes = layOut(day(), plot);
        expect(shapes.scale.at(-1)!.millis).toBe(10);
        expect(shapes.beyond).toBeNull();
    });

    it('shows fewer hours where there is less room', () => {
        expect(layOut(day(), plot).hours.length).toBeGreaterThan(
            layOut(day(), { ...plot, width: 320 }).hours.length,
        );
    });
});

describe('the table of a day', () => {
    it('sums hour by hour, newest first, hours without pings too', () => {
        const rows = hourly(
            day({ points: [point(0, 100), point(5, 300, { failed: 2 }), point(61, 50)] }),
        );
        expect(rows).toHaveLength(24);
        expect(rows.at(-1)).toMatchObject({ pings: 10, failed: 2, typical: 300, longest: 300 });
        expect(rows.at(-2)).toMatchObject({ pings: 5, typical: 50 });
        expect(rows[0]).toMatchObject({ pings: 0, typical: null, longest: null });
    });

    it('knows nothing of a day without pings', () => {
        expect(summary(day())).toEqual({
            pings: 0,
            failed: 0,
            typical: null,
            longest: null,
            outages: 0,
        });
    });
});
