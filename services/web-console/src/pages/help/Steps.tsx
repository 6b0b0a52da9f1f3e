import classes from './help.module.css';

/** Sentences one below the other; numbered when they come in this order. */
export function Steps({ of, numbered = false }: { of: string[]; numbered?: boolean }) {
    const items = of.map((sentence) => <li key={sentence}>{sentence}</li>);
    return numbered ? (
        <ol className={classes.steps}>{items}</ol>
    ) : (
        <ul className={classes.steps}>{items}</ul>
    );
}
