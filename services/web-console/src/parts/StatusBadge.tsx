import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './StatusBadge.module.css';

/** What a status means for the one who looks at it. */
export type Tone = 'good' | 'waiting' | 'warning' | 'bad' | 'quiet';

interface Given {
    tone: Tone;
    children: ReactNode;
}

/** A state in a word; the colour only underlines it. */
export function StatusBadge({ tone, children }: Given) {
    return (
        <Badge data-tone={tone} className={classes.badge} tt="none" fw={600} size="lg" radius="sm">
            {children}
        </Badge>
    );
}
