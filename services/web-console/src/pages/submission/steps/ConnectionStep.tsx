import { Text } from '@mantine/core';
import type { Connection } from '../../../api/types';
import { format, useWords } from '../../../words';
import type { Words } from '../../../words';
import { subjectOf } from '../logic/answers';
import { Choices } from '../parts/Choices';
import { Facts } from '../parts/Facts';
import { Note } from '../parts/Note';
import type { StepGiven } from '../Wizard';

/** Which connection gets the new key; its exchange, market and strategy are fixed. */
export function ConnectionStep({ answers, set, facts, wrong }: StepGiven) {
    const words = useWords().submission;
    const subject = subjectOf(answers, facts);
    const nameOf = (venue: string) =>
        facts.venues.find((one) => one.venue === venue)?.name ?? venue;
    return (
        <>
            <Choices
                id="connection"
                legend={words.connection.legend}
                value={answers.connectionId}
                invalid={wrong.has('connection')}
                choose={(connectionId) => set({ connectionId })}
                choices={facts.connections.map((one) => ({
                    value: one.connection_id,
                    title: one.label,
                    text: describe(one, nameOf(one.venue), words),
                }))}
            />
            {subject.connection && (
                <>
                    <Text size="sm">{words.connection.fixed}</Text>
                    <Facts
                        facts={[
                            [words.summary.venue, subject.venue?.name ?? subject.connection.venue],
                            [
                                words.summary.market,
                                words.market.names[subject.connection.market] ??
                                    subject.connection.market,
                            ],
                            [
                                words.summary.strategy,
                                subject.strategy?.name ?? subject.connection.strategy_id,
                            ],
                        ]}
                    />
                </>
            )}
            <Note tone="info" title={words.connection.keepTitle}>
                <span>{words.connection.keep}</span>
                <span>{words.connection.same}</span>
            </Note>
        </>
    );
}

function describe(one: Connection, venue: string, words: Words['submission']): string {
    return [
        venue,
        words.market.names[one.market] ?? one.market,
        words.connection.states[one.status] ?? one.status,
        ...(one.key_hint === '' ? [] : [words.connection.keyEnds(one.key_hint)]),
        ...(one.expires_at === null ? [] : [words.connection.expires(format.day(one.expires_at))]),
    ].join(' · ');
}
