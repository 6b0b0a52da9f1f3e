import { Text, Title } from '@mantine/core';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useTitle } from '../../parts/Page';
import { ColourSwitch } from '../../shell/ColourSwitch';
import { Mark } from '../../shell/Mark';
import { useWords } from '../../words';
import classes from './AccessFrame.module.css';

interface Given {
    title: string;
    /** A line below the title. */
    lead?: ReactNode;
    /** Whether it stands in a page's place, within the frame. */
    over?: boolean;
    /** Whether a field takes the focus, not the title. */
    fieldFirst?: boolean;
    children: ReactNode;
}

/** What stands around the pages of those who are not signed in yet. */
export function AccessFrame({ title, lead, over = false, fieldFirst = false, children }: Given) {
    const { access: words, shell } = useWords();
    const heading = useRef<HTMLHeadingElement>(null);
    useTitle(title, fieldFirst ? null : heading);
    const body = (
        <>
            <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
                {title}
            </Title>
            {lead && (
                <Text c="dimmed" className={classes.lead}>
                    {lead}
                </Text>
            )}
            {children}
        </>
    );
    if (over) return <div className={classes.form}>{body}</div>;
    return (
        <div className={classes.page}>
            <aside className={classes.promise}>
                <div className={classes.brand}>
                    <Mark size={36} /> {shell.product}
                </div>
                <div className={classes.words}>
                    <p className={classes.big}>{words.promise}</p>
                    <ul className={classes.points}>
                        {words.points.map((point) => (
                            <li key={point.title}>
                                <strong>{point.title}</strong>
                                <span>{point.text}</span>
                            </li>
                        ))}
                    </ul>
                </div>
                <Thread />
            </aside>
            <div className={classes.side}>
                <header className={classes.top}>
                    <span className={classes.smallBrand}>
                        <Mark size={28} /> {shell.product}
                    </span>
                    <ColourSwitch />
                </header>
                <main className={classes.form}>{body}</main>
            </div>
        </div>
    );
}

/** The mark's thread, drawn out large: decoration only. */
function Thread() {
    return (
        <svg className={classes.thread} viewBox="0 0 600 260" fill="none" aria-hidden="true">
            <path
                d="M-40 210c130 0 130-150 230-150s110 130 220 130S560 40 680 40"
                stroke="currentColor"
                strokeWidth="2"
            />
            <circle cx="190" cy="60" r="7" fill="currentColor" />
            <circle cx="410" cy="190" r="7" fill="currentColor" />
            <circle cx="40" cy="193" r="4" fill="currentColor" />
            <circle cx="545" cy="94" r="4" fill="currentColor" />
        </svg>
    );
}
