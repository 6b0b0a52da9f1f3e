import { IconCheck, IconX } from '@tabler/icons-react';
import type { Submission } from '../../../api/types';
import { useWords } from '../../../words';
import type { Standing } from '../logic/verdict';
import { isWaiting, stagesOf } from '../logic/verdict';
import classes from './Stages.module.css';

/** How far a submission came. */
export function Stages({ submission, standing }: { submission: Submission; standing: Standing }) {
    const words = useWords().submission.verdict;
    const { stages, at, failed } = stagesOf(submission, standing);
    return (
        <ol className={classes.stages} aria-label={words.progress}>
            {stages.map((stage, index) => {
                const here = index === at && (failed || isWaiting(standing));
                const state = here ? (failed ? 'failed' : 'now') : index <= at ? 'done' : 'later';
                return (
                    <li key={stage} data-state={state} aria-current={here ? 'step' : undefined}>
                        <span className={classes.mark} aria-hidden>
                            {state === 'done' && <IconCheck size={16} />}
                            {state === 'failed' && <IconX size={16} />}
                        </span>
                        <span>{words.steps[stage]}</span>
                        {state !== 'later' && (
                            <span className="out-of-sight">
                                {' '}
                                (
                                {state === 'done'
                                    ? words.done
                                    : state === 'now'
                                      ? words.now
                                      : words.failed}
                                )
                            </span>
                        )}
                    </li>
                );
            })}
        </ol>
    );
}
