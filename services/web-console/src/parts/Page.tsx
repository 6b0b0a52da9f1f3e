import { Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { useWords } from '../words';
import classes from './Page.module.css';

let opened = false;

/**
 * Titles the document, and gives the focus to the heading whenever the title is another one; not
 * without a heading, where a field takes it.
 */
export function useTitle(title: string, heading: RefObject<HTMLHeadingElement | null> | null) {
    const { product } = useWords().shell;
    useEffect(() => {
        document.title = `${title} · ${product}`;
        // On the first page the browser's own order stands.
        if (opened) heading?.current?.focus({ preventScroll: true });
        opened = true;
    }, [title, product, heading]);
}

interface Given {
    /** The one h1, and the document's title. */
    title: string;
    /** Buttons at the top right. */
    actions?: ReactNode;
    children: ReactNode;
}

/**
 * A page: its title and what is below. Whoever comes here by a link finds the focus on the title;
 * a changed title takes the focus as well, as on the next step of a form.
 */
export function Page({ title, actions, children }: Given) {
    const heading = useRef<HTMLHeadingElement>(null);
    useTitle(title, heading);
    return (
        <>
            <div className={classes.head}>
                <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
                    {title}
                </Title>
                {actions && <div className={classes.actions}>{actions}</div>}
            </div>
            {children}
        </>
    );
}
