import type { History, HistoryPoint, Outage } from '../../api/types';

/** The room a chart has, in pixels. */
export interface Plot {
    width: number;
    height: number;
    left: number;
    right: number;
    top: number;
    bottom: number;
}

/** A connection's day as shapes in that room. */
export interface ChartShapes {
    /** Typical times as paths, one for each stretch without a gap. */
    lines: string[];
    /** From typical to longest, one for each stretch. */
    bands: string[];
    /** Stretches of a single point, which no line would show. */
    dots: { x: number; y: number }[];
    /** Points in which pings failed. */
    failures: { x: number; share: number; point: HistoryPoint }[];
    outages: { x: number; width: number; outage: Outage }[];
    /** Times of the scale, in milliseconds. */
    scale: { y: number; millis: number }[];
    hours: { x: number; at: number }[];
    /** The longest time, when it is beyond the scale. */
    beyond: number | null;
}

const HOUR = 3_600_000;
const THINNEST = 2;

/** Lays the history out. A missing point is a gap: nothing is drawn across it. */
export function layOut(history: History, plot: Plot): ChartShapes {
    const [from, until] = [Date.parse(history.from), Date.parse(history.until)];
    const top = scaleTop(history.points);
    const x = (at: number) => {
        const share = (Math.min(until, Math.max(from, at)) - from) / Math.max(1, until - from);
        return round(plot.left + share * (plot.width - plot.left - plot.right));
    };
    const y = (millis: number) => {
        const share = Math.min(1, Math.max(0, millis / top));
        return round(plot.height - plot.bottom - share * (plot.height - plot.top - plot.bottom));
    };
    const step = history.step_seconds * 1000;
    // A point stands for the time after it; it is drawn in its middle.
    const middle = (point: HistoryPoint) => x(Date.parse(point.at) + step / 2);
    const runs = stretches(history.points, step).map((run) =>
        run.map((point) => ({
            x: middle(point),
            y: y(point.typical_millis ?? 0),
            high: y(Math.max(point.typical_millis ?? 0, point.longest_millis ?? 0)),
        })),
    );
    const long = runs.filter((run) => run.length > 1);
    const longest = Math.max(0, ...history.points.map((point) => point.longest_millis ?? 0));
    return {
        lines: long.map((run) => path(run.map((at) => [at.x, at.y]))),
        bands: long.map(
            (run) =>
                path([
                    ...run.map((at): [number, number] => [at.x, at.high]),
                    ...run.toReversed().map((at): [number, number] => [at.x, at.y]),
                ]) + 'Z',
        ),
        dots: runs.flatMap((run) => (run.length === 1 ? run.map(({ x, y }) => ({ x, y })) : [])),
        failures: history.points
            .filter((point) => point.failed > 0 && point.pings > 0)
            .map((point) => ({ x: middle(point), share: point.failed / point.pings, point })),
        outages: history.outages.map((outage) => {
            const start = x(Date.parse(outage.from));
            const end = outage.until === null ? x(until) : x(Date.parse(outage.until));
            const width = Math.max(THINNEST, end - start);
            return { x: Math.min(start, x(until) - width), width: round(width), outage };
        }),
        scale: [0, top / 2, top].map((millis) => ({ y: y(millis), millis })),
        hours: wholeHours(from, until, plot.width < 480 ? 6 : 3).map((at) => ({ x: x(at), at })),
        beyond: longest > top ? longest : null,
    };
}

/**
 * The top of the scale: a round number above every typical time and above all but the rarest of the
 * longest, so that one slow answer does not flatten the day.
 */
export function scaleTop(points: readonly HistoryPoint[]): number {
    const typical = Math.max(0, ...points.map((point) => point.typical_millis ?? 0));
    const longest = points.map((point) => point.longest_millis ?? 0).sort((a, b) => a - b);
    const usual = longest[Math.floor((longest.length - 1) * 0.95)] ?? 0;
    const highest = longest.at(-1) ?? 0;
    const wanted = highest <= Math.max(typical, usual) * 1.5 ? highest : Math.max(typical, usual);
    return roundUp(Math.max(wanted, 10));
}

function roundUp(millis: number): number {
    const power = 10 ** Math.floor(Math.log10(millis));
    return [1, 2, 4, 6, 8, 10].map((step) => step * power).find((step) => step >= millis) ?? millis;
}

function stretches(points: readonly HistoryPoint[], step: number): HistoryPoint[][] {
    const runs: HistoryPoint[][] = [];
    let last = -Infinity;
    const known = points
        .filter((point) => point.typical_millis !== null)
        .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
    for (const point of known) {
        const at = Date.parse(point.at);
        if (at - last > step * 1.5) runs.push([]);
        runs.at(-1)?.push(point);
        last = at;
    }
    return runs;
}

/** Whole hours of the reader's own clock, `apart` hours apart. */
function wholeHours(from: number, until: number, apart: number): number[] {
    const hours: number[] = [];
    for (let at = Math.ceil(from / HOUR) * HOUR; at <= until; at += HOUR) {
        if (new Date(at).getHours() % apart === 0) hours.push(at);
    }
    return hours;
}

function path(points: readonly (readonly [number, number])[]): string {
    return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

function round(value: number): number {
    return Math.round(value * 10) / 10;
}
