import { Title } from '@mantine/core';
import { useId } from 'react';
import type { ReactNode } from 'react';
import classes from './Section.module.css';

interface Given {
    title: string;
    /** One sentence under the heading. */
    lead?: ReactNode;
    /** What links to this part of the page name: `/settings#mails`. */
    id?: string;
    children: ReactNode;
}

/** A part of a page with a heading of its own. */
export function Section({ title, lead, id, children }: Given) {
    const heading = useId();
    return (
        <section className={classes.section} id={id} aria-labelledby={heading}>
            <Title order={2} size="h4" id={heading}>
                {title}
            </Title>
            {lead && <div className={classes.lead}>{lead}</div>}
            <div className={classes.body}>{children}</div>
        </section>
    );
}
