import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

/** What a status means for the one who looks at it. */
export type Tone = 'good' | 'waiting' | 'warning' | 'bad' | 'quiet';

const COLOURS: Record<Tone, string> = {
    good: 'green',
    waiting: 'blue',
    warning: 'yellow',
    bad: 'red',
    quiet: 'gray',
};

interface Given {
    tone: Tone;
    children: ReactNode;
}

/** A state in a word; the colour only underlines it. */
export function StatusBadge({ tone, children }: Given) {
    return (
        <Badge variant="light" color={COLOURS[tone]} tt="none" fw={600} size="lg" radius="sm">
            {children}
        </Badge>
    );
}
