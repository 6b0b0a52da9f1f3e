import type { ReactNode } from 'react';
import { CopyButton } from '../../parts/CopyButton';
import { useWords } from '../../words';
import classes from './Facts.module.css';

/** Facts side by side, as many as there is room for. */
export function Facts({ children }: { children: ReactNode }) {
    return <dl className={classes.facts}>{children}</dl>;
}

/** One fact and its name. */
export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
    return (
        <div className={classes.fact}>
            <dt>{name}</dt>
            <dd>{children}</dd>
        </div>
    );
}

/** A BOT ID, to be copied. */
export function BotId({ id }: { id: string }) {
    const words = useWords().connections;
    return (
        <span className={classes.bot}>
            <span className={classes.botId} dir="auto">
                {id}
            </span>
            <CopyButton value={id} what={`${words.botWhat} ${id}`} />
        </span>
    );
}
