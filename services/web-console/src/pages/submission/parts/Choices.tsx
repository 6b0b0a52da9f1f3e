import { useId } from 'react';
import type { ReactNode } from 'react';
import classes from './Choices.module.css';

export interface Choice {
    value: string;
    title: ReactNode;
    text?: ReactNode;
    /** Cannot be chosen; the text says why. */
    off?: boolean;
    /** Stands below and can be used by itself. */
    below?: ReactNode;
}

interface Given {
    /** The id of the first choice that can be made: where errors lead. */
    id: string;
    legend: string;
    value: string | null;
    choices: readonly Choice[];
    choose: (value: string) => void;
    /** Several beside each other where there is room. */
    wide?: boolean;
    invalid?: boolean;
    describedBy?: string;
    legendHidden?: boolean;
}

/** One of several cards, as radio buttons. */
export function Choices(given: Given) {
    const { id, legend, value, choices, choose, wide, invalid, describedBy, legendHidden } = given;
    const group = useId();
    const focus =
        choices.find((one) => one.value === value && !one.off) ?? choices.find((one) => !one.off);
    return (
        <fieldset
            className={classes.set}
            aria-describedby={describedBy}
            aria-invalid={invalid ? true : undefined}
        >
            <legend className={legendHidden ? 'out-of-sight' : classes.legend}>{legend}</legend>
            <div className={wide ? `${classes.grid} ${classes.wide}` : classes.grid}>
                {choices.map((one) => {
                    const input = one === focus ? id : `${group}-${one.value}`;
                    return (
                        <div
                            key={one.value}
                            className={
                                one.off ? `${classes.choice} ${classes.off}` : classes.choice
                            }
                        >
                            <input
                                type="radio"
                                id={input}
                                name={group}
                                value={one.value}
                                checked={one.value === value && !one.off}
                                disabled={one.off}
                                onChange={() => choose(one.value)}
                                aria-describedby={one.text ? `${input}-text` : undefined}
                            />
                            <label htmlFor={input}>
                                <span className={classes.title}>{one.title}</span>
                            </label>
                            {one.text && (
                                <span id={`${input}-text`} className={classes.text}>
                                    {one.text}
                                </span>
                            )}
                            {one.below && <div className={classes.below}>{one.below}</div>}
                        </div>
                    );
                })}
            </div>
        </fieldset>
    );
}
