import type { History } from '../../api/types';

/** A summary of a part of the history, for the chart's table. */
export interface HistoryRow {
    from: number;
    until: number;
    pings: number;
    failed: number;
    /** The middle one of the typical times; null when no ping was answered. */
    typical: number | null;
    longest: number | null;
}

/** The history hour by hour, newest first; hours without a ping are there, with none. */
export function hourly(history: History): HistoryRow[] {
    const hour = 3_600_000;
    const [from, until] = [Date.parse(history.from), Date.parse(history.until)];
    const rows: HistoryRow[] = [];
    for (let start = Math.floor(from / hour) * hour; start < until; start += hour) {
        const points = history.points.filter((point) => {
            const at = Date.parse(point.at);
            return at >= start && at < start + hour;
        });
        rows.unshift({
            from: start,
            until: start + hour,
            pings: sum(points.map((point) => point.pings)),
            failed: sum(points.map((point) => point.failed)),
            typical: middle(numbers(points.map((point) => point.typical_millis))),
            longest: highest(points.map((point) => point.longest_millis)),
        });
    }
    return rows;
}

/** The whole history in a few figures. */
export function summary(history: History) {
    return {
        pings: sum(history.points.map((point) => point.pings)),
        failed: sum(history.points.map((point) => point.failed)),
        typical: middle(numbers(history.points.map((point) => point.typical_millis))),
        longest: highest(history.points.map((point) => point.longest_millis)),
        outages: history.outages.length,
    };
}

function numbers(values: readonly (number | null)[]): number[] {
    return values.filter((value) => value !== null);
}

function sum(values: readonly number[]): number {
    return values.reduce((total, value) => total + value, 0);
}

function highest(values: readonly (number | null)[]): number | null {
    const known = numbers(values);
    return known.length === 0 ? null : Math.max(...known);
}

function middle(values: readonly number[]): number | null {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? null;
}
