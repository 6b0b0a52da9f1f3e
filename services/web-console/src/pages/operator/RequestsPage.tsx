import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Done } from '../../parts/Done';
import { Empty } from '../../parts/Empty';
import { LongList } from '../../parts/LongList';
import { Page } from '../../parts/Page';
import { useWords } from '../../words';
import { useRequests } from './api';
import { withFilter } from './desk';
import classes from './operator.module.css';
import { RequestCard } from './RequestCard';

/** Everybody who waits for support, or waited. */
export default function RequestsPage() {
    const words = useWords().operator.requests;
    const [query, setQuery] = useSearchParams();
    const state = query.get('state') === 'closed' ? 'closed' : 'open';
    const requests = useRequests({ state });
    const [done, setDone] = useState<string | null>(null);
    return (
        <Page title={words.title}>
            <Text c="dimmed" mb="lg">
                {words.lead}
            </Text>
            <div className={classes.filters}>
                <SegmentedControl
                    aria-label={words.state}
                    value={state}
                    onChange={(value) => {
                        setDone(null);
                        setQuery(withFilter(query, 'state', value === 'open' ? null : value), {
                            replace: true,
                        });
                    }}
                    data={Object.entries(words.states).map(([value, label]) => ({ value, label }))}
                />
                <Done>{done}</Done>
            </div>
            <LongList
                pages={requests}
                empty={<Empty title={words.none[state] ?? ''} text={words.noneWords} />}
            >
                {(rows) => (
                    <ul className={classes.list}>
                        {rows.map((request) => (
                            <li key={request.support_request_id}>
                                <RequestCard request={request} told={setDone} />
                            </li>
                        ))}
                    </ul>
                )}
            </LongList>
        </Page>
    );
}
