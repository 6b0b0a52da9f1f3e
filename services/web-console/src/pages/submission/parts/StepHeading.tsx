import { Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWords } from '../../../words';
import type { Step } from '../logic/steps';
import classes from './StepHeading.module.css';

let last: Step | null = null;

/** A step's heading; it takes the focus when the step changes. */
export function StepHeading({ step, at, all }: { step: Step; at: number; all: number }) {
    const words = useWords().submission;
    const heading = useRef<HTMLHeadingElement>(null);
    useEffect(() => {
        // The form's first step leaves the focus to the page's title.
        if (last !== null && last !== step) {
            heading.current?.focus({ preventScroll: true });
            document.documentElement.scrollTop = 0;
        }
        last = step;
    }, [step]);
    useEffect(
        () => () => {
            last = null;
        },
        [],
    );
    return (
        <div>
            <Text size="sm" className={classes.at} id="step-at">
                {words.stepOf(at, all)}
            </Text>
            <Title
                order={2}
                size="h3"
                ref={heading}
                tabIndex={-1}
                className={classes.title}
                aria-describedby="step-at"
            >
                {words.steps[step]}
            </Title>
        </div>
    );
}
