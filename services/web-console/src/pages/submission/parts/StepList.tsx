import { IconCheck } from '@tabler/icons-react';
import { useWords } from '../../../words';
import type { Step } from '../logic/steps';
import classes from './StepList.module.css';

interface Given {
    steps: readonly Step[];
    current: Step;
    open: (step: Step) => boolean;
    go: (step: Step) => void;
}

/** All steps, the current one marked; those that can be opened are buttons. */
export function StepList({ steps, current, open, go }: Given) {
    const words = useWords().submission;
    const at = steps.indexOf(current);
    return (
        <nav aria-label={words.stepsLabel} className={classes.nav}>
            <ol className={classes.list}>
                {steps.map((step, index) => {
                    const done = index < at;
                    const mark = (
                        <>
                            <span className={classes.mark} aria-hidden>
                                {done ? <IconCheck size={16} /> : index + 1}
                            </span>
                            <span className={classes.name}>{words.steps[step]}</span>
                            {done && <span className="out-of-sight"> ({words.stepDone})</span>}
                        </>
                    );
                    return (
                        <li
                            key={step}
                            data-state={index === at ? 'current' : done ? 'done' : 'later'}
                        >
                            {index !== at && open(step) ? (
                                <button
                                    type="button"
                                    className={classes.step}
                                    onClick={() => go(step)}
                                >
                                    {mark}
                                </button>
                            ) : (
                                <span
                                    className={classes.step}
                                    aria-current={index === at ? 'step' : undefined}
                                >
                                    {mark}
                                </span>
                            )}
                        </li>
                    );
                })}
            </ol>
        </nav>
    );
}
