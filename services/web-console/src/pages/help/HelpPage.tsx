import { Anchor, Button, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useFaults, useVenues } from '../../api/queries';
import type { Fault, Venue } from '../../api/types';
import { Empty } from '../../parts/Empty';
import { Loading } from '../../parts/Loading';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { format, useWords } from '../../words';
import type { Words } from '../../words';
import { COMMON, search } from './guide';
import type { Entry } from './guide';
import classes from './help.module.css';

/** All help, and the search over it. */
export default function HelpPage() {
    const words = useWords();
    const here = words.help;
    const venues = useVenues();
    const faults = useFaults();
    const [typed, setTyped] = useState('');
    const wanted = useDeferredValue(typed).trim();
    const entries = useMemo(
        () => entriesOf(words, venues.data ?? [], faults.data ?? []),
        [words, venues.data, faults.data],
    );
    return (
        <Page title={here.title}>
            <Text c="dimmed" mb="lg">
                {here.lead}
            </Text>
            <TextInput
                className={classes.search}
                type="search"
                label={here.search}
                description={here.searchHelp}
                placeholder={here.searchPlaceholder}
                leftSection={<IconSearch size={16} aria-hidden />}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
                autoComplete="off"
            />
            {wanted === '' ? (
                <div className={classes.column}>
                    <Topics />
                    <Venues venues={venues} />
                    <Faults faults={faults} />
                    <Section title={here.developersTitle}>
                        <Text size="sm">
                            {here.developersWords}{' '}
                            <Anchor href="/docs">{here.developersLink}</Anchor>
                        </Text>
                    </Section>
                    <Section title={here.contactTitle}>
                        <Text size="sm">{here.contactWords}</Text>
                        <Button component={Link} to="/support" variant="default" mt="md">
                            {here.contactLink}
                        </Button>
                    </Section>
                </div>
            ) : (
                <Results found={search(entries, wanted)} />
            )}
        </Page>
    );
}

function entriesOf(words: Words, venues: Venue[], faults: Fault[]): Entry[] {
    const { topics, venues: known } = words.help;
    return [
        ...Object.entries(topics).map(([topic, one]): Entry => ({
            kind: 'topic',
            to: `/help/${topic}`,
            title: one.title,
            about: one.lead,
            words: one.sections
                .flatMap((part) => [part.title, ...(part.text ?? []), ...(part.steps ?? [])])
                .join(' '),
        })),
        ...venues.map((venue): Entry => ({
            kind: 'venue',
            to: `/help/venues/${venue.venue}`,
            title: venue.name,
            about: words.help.venue.lead(venue.name),
            words: [
                venue.note ?? '',
                ...(venue.setup_guide?.steps ?? []),
                ...(venue.setup_guide?.tick ?? []),
                ...(venue.setup_guide?.leave_off ?? []),
                ...venue.credential_fields.map((field) => `${field.label} ${field.help}`),
                known[venue.venue]?.expiry ?? '',
                ...(known[venue.venue]?.traps ?? []),
            ].join(' '),
        })),
        ...faults.map((fault): Entry => ({
            kind: 'fault',
            to: `/help/faults/${fault.code}`,
            title: fault.title,
            about: fault.meaning,
            words: [fault.code, fault.fix, ...(words.faults.checks[fault.code] ?? [])].join(' '),
        })),
    ];
}

function Results({ found }: { found: Entry[] }) {
    const words = useWords().help;
    return (
        <>
            <Text role="status" size="sm" c="dimmed" mb="sm">
                {words.results(found.length)}
            </Text>
            {found.length === 0 ? (
                <Empty title={words.nothing} text={words.nothingWords} />
            ) : (
                <ul className={`${classes.results} ${classes.text}`}>
                    {found.map((entry) => (
                        <li key={entry.to}>
                            <Link to={entry.to} className={classes.tile}>
                                <Text size="xs" c="dimmed">
                                    {words.kinds[entry.kind]}
                                </Text>
                                <Text fw={600}>{entry.title}</Text>
                                <Text size="sm" c="dimmed">
                                    {entry.about}
                                </Text>
                            </Link>
                        </li>
                    ))}
                </ul>
            )}
        </>
    );
}

function Topics() {
    const words = useWords().help;
    return (
        <Section title={words.topicsTitle}>
            <ul className={classes.grid}>
                {Object.entries(words.topics).map(([topic, one]) => (
                    <li key={topic}>
                        <Link to={`/help/${topic}`} className={classes.tile}>
                            <Text fw={600} size="sm">
                                {one.title}
                            </Text>
                            <Text size="sm" c="dimmed">
                                {one.lead}
                            </Text>
                        </Link>
                    </li>
                ))}
            </ul>
        </Section>
    );
}

function Venues({ venues }: { venues: ReturnType<typeof useVenues> }) {
    const words = useWords().help;
    return (
        <Section title={words.venuesTitle} lead={words.venuesLead}>
            {venues.isPending && <Loading />}
            {!venues.data && (
                <TroubleNote trouble={venues.error} again={() => void venues.refetch()} />
            )}
            {venues.data && (
                <ul className={classes.grid}>
                    {venues.data.map((venue) => (
                        <li key={venue.venue}>
                            <Link to={`/help/venues/${venue.venue}`} className={classes.tile}>
                                <Text fw={600} size="sm">
                                    {venue.name}
                                </Text>
                                {venue.route === 'contact_support' && (
                                    <Text size="xs" c="dimmed">
                                        {words.bySupport}
                                    </Text>
                                )}
                                {venue.closing?.last_day && (
                                    <Text size="xs" c="dimmed">
                                        {words.closing(format.day(venue.closing.last_day))}
                                    </Text>
                                )}
                            </Link>
                        </li>
                    ))}
                </ul>
            )}
        </Section>
    );
}

function Faults({ faults }: { faults: ReturnType<typeof useFaults> }) {
    const words = useWords().help;
    const common = COMMON.flatMap(
        (code) => faults.data?.find((fault) => fault.code === code) ?? [],
    );
    return (
        <Section title={words.faultsTitle} lead={words.faultsLead}>
            {faults.isPending && <Loading />}
            {!faults.data && (
                <TroubleNote trouble={faults.error} again={() => void faults.refetch()} />
            )}
            {faults.data && (
                <>
                    <ul className={classes.grid}>
                        {common.map((fault) => (
                            <li key={fault.code}>
                                <Link to={`/help/faults/${fault.code}`} className={classes.tile}>
                                    <Text size="sm" fw={600}>
                                        {fault.title}
                                    </Text>
                                </Link>
                            </li>
                        ))}
                    </ul>
                    <Text mt="md" size="sm">
                        <Anchor component={Link} to="/help/faults">
                            {words.allFaults}
                        </Anchor>
                    </Text>
                </>
            )}
        </Section>
    );
}
