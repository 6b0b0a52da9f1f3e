import {
    IconAlertTriangle,
    IconCircleCheck,
    IconCircleX,
    IconInfoCircle,
} from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import classes from './Note.module.css';

const ICONS = {
    info: IconInfoCircle,
    good: IconCircleCheck,
    warning: IconAlertTriangle,
    bad: IconCircleX,
};

interface Given {
    tone: keyof typeof ICONS;
    title?: string;
    /** `alert` for what has just gone wrong. */
    role?: 'alert';
    /** Can take the focus. */
    ref?: Ref<HTMLDivElement>;
    children?: ReactNode;
}

/** A box with something to know; readable in both colour schemes. */
export function Note({ tone, title, role, ref, children }: Given) {
    const Icon = ICONS[tone];
    return (
        <div
            className={classes.note}
            data-tone={tone}
            role={role}
            ref={ref}
            tabIndex={ref === undefined ? undefined : -1}
        >
            <Icon size={20} aria-hidden className={classes.icon} />
            <div className={classes.text}>
                {title !== undefined && <strong>{title}</strong>}
                {children}
            </div>
        </div>
    );
}
