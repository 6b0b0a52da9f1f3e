import { Button, NativeSelect, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useVenues } from '../../api/queries';
import { Empty } from '../../parts/Empty';
import { LongList } from '../../parts/LongList';
import { Page } from '../../parts/Page';
import { useWords } from '../../words';
import { useOperatorSubmissions } from './api';
import { oneOf, withFilter } from './desk';
import classes from './operator.module.css';
import { SubmissionCard } from './SubmissionCard';

/** Everybody's submissions, with the reasons. */
export default function SubmissionsPage() {
    const words = useWords().operator.submissions;
    const venues = useVenues().data ?? [];
    const [query, setQuery] = useSearchParams();
    const status = oneOf(query.get('status'), Object.keys(words.statuses));
    const asked = query.get('venue');
    // A venue that the catalogue does not hold is asked for as it stands; the house knows.
    const venue = asked !== null && /^[a-z0-9_]{1,32}$/.test(asked) ? asked : undefined;
    const submissions = useOperatorSubmissions({ status, venue });
    const filtered = status !== undefined || venue !== undefined;
    const choose = (name: string) => (event: { currentTarget: { value: string } }) =>
        setQuery(withFilter(query, name, event.currentTarget.value), { replace: true });
    return (
        <Page title={words.title}>
            <Text c="dimmed" mb="lg">
                {words.lead}
            </Text>
            <div className={classes.filters}>
                <NativeSelect
                    label={words.status}
                    value={status ?? ''}
                    onChange={choose('status')}
                    data={[
                        { value: '', label: words.any },
                        ...Object.entries(words.statuses).map(([value, label]) => ({
                            value,
                            label,
                        })),
                    ]}
                />
                <NativeSelect
                    label={words.venue}
                    value={venue ?? ''}
                    onChange={choose('venue')}
                    data={[
                        { value: '', label: words.anyVenue },
                        ...venues.map((one) => ({ value: one.venue, label: one.name })),
                    ]}
                />
                {filtered && (
                    <Button variant="subtle" onClick={() => setQuery({}, { replace: true })}>
                        {words.reset}
                    </Button>
                )}
            </div>
            <LongList
                pages={submissions}
                empty={
                    <Empty
                        title={filtered ? words.noneFiltered : words.none}
                        text={filtered ? undefined : words.noneWords}
                    />
                }
            >
                {(rows) => (
                    <ul className={classes.list}>
                        {rows.map((row) => (
                            <li key={row.submission_id}>
                                <SubmissionCard row={row} owner />
                            </li>
                        ))}
                    </ul>
                )}
            </LongList>
        </Page>
    );
}
