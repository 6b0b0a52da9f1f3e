import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { format, useWords } from '../../../words';
import { keepsCode, keysOf, subjectOf } from '../logic/answers';
import type { Keys } from '../logic/answers';
import type { Step } from '../logic/steps';
import { Facts } from '../parts/Facts';
import { Note } from '../parts/Note';
import type { StepGiven } from '../Wizard';
import classes from './steps.module.css';

/** Everything once more, no secret among it. */
export function SummaryStep(given: StepGiven & { keys: Keys; go: (step: Step) => void }) {
    const { answers, facts, keys, go } = given;
    const words = useWords().submission;
    const { venue, strategy, market, connection } = subjectOf(answers, facts);
    const refresh = answers.type === 'refresh';
    const filled = keysOf(venue, keys);
    const where: Step = refresh ? 'connection' : 'strategy';
    const row = (name: string, value: ReactNode, step: Step): [string, ReactNode] => [
        name,
        <span key={name} className={classes.fact}>
            <span>{value}</span>
            <Button
                variant="subtle"
                size="compact-sm"
                aria-label={words.changeOf(name)}
                onClick={() => go(step)}
            >
                {words.change}
            </Button>
        </span>,
    ];
    const rows: [string, ReactNode][] = [
        [
            words.steps.email,
            <span key="email" translate="no">
                {facts.email}
            </span>,
        ],
        row(words.steps.type, refresh ? words.type.refresh : words.type.add, 'type'),
        ...(connection ? [row(words.steps.connection, connection.label, 'connection')] : []),
        row(
            words.summary.market,
            words.market.names[market ?? ''] ?? '',
            refresh ? 'connection' : 'market',
        ),
        row(words.summary.venue, venue?.name ?? '', where),
        row(words.summary.strategy, strategy?.name ?? '', where),
        ...(!refresh && answers.label.trim() !== ''
            ? [row(words.summary.label, answers.label.trim(), 'strategy')]
            : []),
        ...(venue?.credential_fields ?? [])
            .filter((field) => filled[field.name] !== undefined)
            .map((field) =>
                row(field.label, described(filled[field.name] ?? '', field.secret), 'keys'),
            ),
        row(
            words.steps.code,
            keepsCode(answers, facts) ? words.summary.codeKept : answers.code,
            'code',
        ),
        row(
            words.steps.funded,
            words.summary.fundedYes(
                format.decimal(strategy?.minimum_balance ?? ''),
                strategy?.base_asset ?? '',
            ),
            'funded',
        ),
        row(words.steps.terms, words.summary.termsYes, 'terms'),
    ];

    function described(value: string, secret: boolean): ReactNode {
        const count = value.length;
        // Of a short one the end would be too much.
        if (secret) return words.summary.hidden(count);
        return (
            <span className={classes.mono} translate="no">
                {count < 12 ? value : words.summary.endsIn(value.slice(-4), count)}
            </span>
        );
    }

    return (
        <>
            <Text>{words.summary.intro}</Text>
            <Facts facts={rows} />
            {refresh && <Note tone="info">{words.summary.oldKey}</Note>}
            <Text size="sm">{words.summary.mail}</Text>
        </>
    );
}
