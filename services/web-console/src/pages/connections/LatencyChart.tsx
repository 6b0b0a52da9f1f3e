import { useElementSize } from '@mantine/hooks';
import { useId, useMemo } from 'react';
import { format, useWords } from '../../words';
import type { Words } from '../../words';
import { layOut } from './chart';
import type { ChartShapes, Plot } from './chart';
import { hourly, summary } from './history';
import type { History, Outage } from '../../api/types';
import classes from './LatencyChart.module.css';

const HEIGHT = 220;
const MARGIN = { left: 56, right: 12, top: 12, bottom: 28 };

/** A connection's answer times and outages over a day: a picture, its words, and a table. */
export function LatencyChart({ history, label }: { history: History; label: string }) {
    const words = useWords().connections;
    const { ref, width } = useElementSize();
    const plot = useMemo(
        () => ({ ...MARGIN, height: HEIGHT, width: Math.max(280, width || 640) }),
        [width],
    );
    const shapes = useMemo(() => layOut(history, plot), [history, plot]);
    return (
        <div className={classes.chart}>
            {history.points.length === 0 && history.outages.length === 0 ? (
                <p className={classes.empty}>{words.chartEmpty}</p>
            ) : (
                <>
                    <div ref={ref}>
                        <Picture history={history} label={label} plot={plot} shapes={shapes} />
                    </div>
                    <Legend />
                    {shapes.beyond !== null && (
                        <p className={classes.hint}>{words.chartBeyond(shapes.beyond)}</p>
                    )}
                </>
            )}
            <Outages outages={history.outages} until={history.until} />
            {history.points.length > 0 && <Table history={history} />}
        </div>
    );
}

interface Pictured {
    history: History;
    label: string;
    plot: Plot;
    shapes: ChartShapes;
}

function Picture({ history, label, plot, shapes }: Pictured) {
    const words = useWords().connections;
    const id = useId();
    const { height, width, left, right, top, bottom } = plot;
    const floor = height - bottom;
    return (
        <svg
            role="img"
            aria-labelledby={`${id}-title ${id}-text`}
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            className={classes.svg}
        >
            <title id={`${id}-title`}>{words.chartTitle(label)}</title>
            <desc id={`${id}-text`}>{words.chartDescription(summary(history))}</desc>
            <defs>
                <pattern
                    id={`${id}-hatch`}
                    width="6"
                    height="6"
                    patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)"
                >
                    <line x1="0" y1="0" x2="0" y2="6" className={classes.hatch} />
                </pattern>
            </defs>
            {shapes.scale.map(({ y, millis }) => (
                <g key={millis}>
                    <line x1={left} x2={width - right} y1={y} y2={y} className={classes.rule} />
                    <text x={left - 8} y={y} dy="0.32em" textAnchor="end" className={classes.tick}>
                        {inUnits(millis, words)}
                    </text>
                </g>
            ))}
            {shapes.hours.map(({ x, at }) => (
                <g key={at}>
                    <line x1={x} x2={x} y1={floor} y2={floor + 4} className={classes.axis} />
                    <text
                        x={x}
                        y={height - 8}
                        textAnchor={anchorOf(x, plot)}
                        className={classes.tick}
                    >
                        {format.clock(new Date(at))}
                    </text>
                </g>
            ))}
            {shapes.outages.map(({ x, width: wide, outage }) => (
                <g key={outage.from}>
                    <rect
                        x={x}
                        y={top}
                        width={wide}
                        height={floor - top}
                        className={classes.outage}
                    />
                    <rect
                        x={x}
                        y={top}
                        width={wide}
                        height={floor - top}
                        fill={`url(#${id}-hatch)`}
                    >
                        <title>{outageInWords(outage, words)}</title>
                    </rect>
                </g>
            ))}
            {shapes.bands.map((path) => (
                <path key={path} d={path} className={classes.band} />
            ))}
            {shapes.lines.map((path) => (
                <path key={path} d={path} className={classes.line} />
            ))}
            {shapes.dots.map(({ x, y }) => (
                <circle key={x} cx={x} cy={y} r={2.5} className={classes.dot} />
            ))}
            {shapes.failures.map(({ x, share }) => (
                <rect
                    key={x}
                    x={x - 1.5}
                    width={3}
                    y={floor - 4 - share * 10}
                    height={4 + share * 10}
                    className={classes.failure}
                />
            ))}
            <line x1={left} x2={width - right} y1={floor} y2={floor} className={classes.axis} />
        </svg>
    );
}

function Legend() {
    const words = useWords().connections;
    return (
        <ul className={classes.legend} aria-hidden>
            <li data-kind="typical">{words.legendTypical}</li>
            <li data-kind="longest">{words.legendLongest}</li>
            <li data-kind="failed">{words.legendFailed}</li>
            <li data-kind="outage">{words.legendOutage}</li>
        </ul>
    );
}

function Outages({ outages, until }: { outages: Outage[]; until: string }) {
    const words = useWords().connections;
    if (outages.length === 0) return <p className={classes.hint}>{words.outagesNone}</p>;
    return (
        <div>
            <h3 className={classes.heading}>{words.outages}</h3>
            <ul className={classes.outages}>
                {outages.toReversed().map((one) => (
                    <li key={one.from}>
                        <span className={classes.when}>
                            <time dateTime={one.from}>{format.moment(one.from)}</time> –{' '}
                            {one.until === null ? (
                                <strong>{words.outageNow}</strong>
                            ) : (
                                <time dateTime={one.until}>{format.clock(one.until)}</time>
                            )}
                            , {words.lasted(Date.parse(one.until ?? until) - Date.parse(one.from))}
                        </span>
                        <span>{whyOf(one, words)}</span>
                    </li>
                ))}
            </ul>
        </div>
    );
}

function Table({ history }: { history: History }) {
    const words = useWords().connections;
    const millis = (value: number | null) => (value === null ? words.none : inUnits(value, words));
    return (
        <details className={classes.details}>
            <summary>{words.table}</summary>
            <div className={classes.scroll} tabIndex={0} role="region" aria-label={words.table}>
                <table className={classes.table}>
                    <caption className="out-of-sight">{words.chart}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.tableHour}</th>
                            <th scope="col">{words.tablePings}</th>
                            <th scope="col">{words.tableFailed}</th>
                            <th scope="col">{words.tableTypical}</th>
                            <th scope="col">{words.tableLongest}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {hourly(history).map((row) => (
                            <tr key={row.from}>
                                <th scope="row">
                                    {format.clock(new Date(row.from))}–
                                    {format.clock(new Date(row.until))}
                                </th>
                                <td>{row.pings === 0 ? words.none : format.count(row.pings)}</td>
                                <td>{row.pings === 0 ? words.none : format.count(row.failed)}</td>
                                <td>{millis(row.typical)}</td>
                                <td>{millis(row.longest)}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </details>
    );
}

function outageInWords(outage: Outage, words: Words['connections']): string {
    const until = outage.until === null ? words.outageNow : format.clock(outage.until);
    return `${format.clock(outage.from)}–${until}: ${whyOf(outage, words)}`;
}

function whyOf({ reason, status }: Outage, words: Words['connections']): string {
    if (reason?.message) return reason.message;
    return status === 'reauth_needed' ? words.standing.reauth_needed : words.standing.error;
}

function inUnits(millis: number, words: Words['connections']): string {
    return millis < 1000 ? words.millis(millis) : words.seconds(millis);
}

function anchorOf(x: number, { width, right, left }: Plot) {
    if (x > width - right - 18) return 'end';
    return x < left + 18 ? 'start' : 'middle';
}
