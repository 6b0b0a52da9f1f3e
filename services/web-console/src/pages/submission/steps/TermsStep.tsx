import { Checkbox, Text } from '@mantine/core';
import { useWords } from '../../../words';
import type { StepGiven } from '../Wizard';
import classes from './steps.module.css';

/** The terms, with the risk. */
export function TermsStep({ answers, set, wrong }: StepGiven) {
    const words = useWords().submission;
    return (
        <>
            <Text>{words.terms.intro}</Text>
            <ul className={`${classes.list} ${classes.box}`}>
                {words.terms.points.map((point) => (
                    <li key={point}>{point}</li>
                ))}
            </ul>
            <Checkbox
                id="terms"
                label={words.terms.agree}
                checked={answers.terms}
                error={wrong.has('terms') ? words.problems.terms : undefined}
                onChange={(event) => set({ terms: event.currentTarget.checked })}
                size="md"
            />
        </>
    );
}
