import { useEffect, useRef } from 'react';
import type { MouseEvent } from 'react';
import type { CredentialField } from '../../../api/types';
import { useWords } from '../../../words';
import type { Words } from '../../../words';
import type { Problem } from '../logic/steps';
import { Note } from './Note';
import classes from './Problems.module.css';

interface Given {
    problems: readonly Problem[];
    fields: readonly CredentialField[];
    /** What the last try to go on found: a new one takes the focus here. */
    attempt: readonly Problem[];
}

/** What stands in the way, all at once, each leading to its field. */
export function Problems({ problems, fields, attempt }: Given) {
    const words = useWords().submission;
    const summary = useRef<HTMLDivElement>(null);
    useEffect(() => {
        if (attempt.length > 0) summary.current?.focus();
    }, [attempt]);
    if (problems.length === 0) return null;
    function lead(event: MouseEvent, id: string) {
        event.preventDefault();
        const target = document.getElementById(id);
        // A field in what is folded away is shown first.
        target?.closest('details')?.setAttribute('open', '');
        target?.focus();
    }
    return (
        <Note ref={summary} role="alert" tone="bad" title={words.problemsTitle(problems.length)}>
            <ul className={classes.list}>
                {problems.map((one) => (
                    <li key={`${one.id} ${one.code} ${one.words ?? ''}`}>
                        <a href={`#${one.id}`} onClick={(event) => lead(event, one.id)}>
                            {problemWords(one, fields, words)}
                        </a>
                    </li>
                ))}
            </ul>
        </Note>
    );
}

/** A problem as a sentence. */
function problemWords(
    problem: Problem,
    fields: readonly CredentialField[],
    words: Words['submission'],
): string {
    const said = problem.words ?? words.problems[problem.code];
    const label = fields.find((field) => field.name === problem.field)?.label;
    if (label !== undefined) return `${label} ${said}`;
    if (problem.words === undefined) return said;
    const named: Record<string, string> = {
        anti_phishing_code: words.code.label,
        label: words.strategy.label,
        strategy: words.strategy.strategyLegend,
        venue: words.strategy.venueLegend,
    };
    return `${named[problem.id] ?? words.steps[problem.id as keyof typeof words.steps] ?? ''} ${said}`.trim();
}
