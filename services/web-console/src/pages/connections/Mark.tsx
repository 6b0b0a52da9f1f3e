import {
    IconAlertTriangleFilled,
    IconCircleCheckFilled,
    IconCircleXFilled,
    IconClock,
    IconMinus,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from '../../parts/StatusBadge';
import classes from './Mark.module.css';

const ICONS = {
    good: IconCircleCheckFilled,
    waiting: IconClock,
    warning: IconAlertTriangleFilled,
    bad: IconCircleXFilled,
    quiet: IconMinus,
};

/** A finding in a few words: its sign and colour only underline what the words say. */
export function Mark({ tone, children }: { tone: Tone; children: ReactNode }) {
    const Icon = ICONS[tone];
    return (
        <span className={classes.mark} data-tone={tone}>
            {tone !== 'quiet' && <Icon size={15} aria-hidden className={classes.icon} />}
            <span>{children}</span>
        </span>
    );
}
