import { Anchor, Button, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useFaults, useVenues } from '../../api/queries';
import { Loading } from '../../parts/Loading';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { StatusBadge } from '../../parts/StatusBadge';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import type { Fault } from '../../api/types';
import { Back } from './Back';
import { guideHelps, meanwhile, relatedTo } from './guide';
import classes from './help.module.css';
import { Print } from './Print';
import { Steps } from './Steps';

/** One reason: what it means, whose turn it is, the one fix. */
export default function FaultPage() {
    const words = useWords().help;
    const { code = '' } = useParams();
    const faults = useFaults();
    if (faults.isPending) return <Loading />;
    if (!faults.data) {
        return (
            <Page title={words.title}>
                <TroubleNote trouble={faults.error} again={() => void faults.refetch()} />
            </Page>
        );
    }
    const fault = faults.data.find((one) => one.code === code.toUpperCase());
    if (fault === undefined) {
        return (
            <Page title={words.fault.unknown}>
                <Stack align="flex-start">
                    <Text>{words.fault.unknownWords}</Text>
                    <Button component={Link} to="/help/faults" variant="default">
                        {words.allFaults}
                    </Button>
                </Stack>
            </Page>
        );
    }
    return <Fault fault={fault} />;
}

function Fault({ fault }: { fault: Fault }) {
    const words = useWords();
    const here = words.help.fault;
    const checks = words.faults.checks[fault.code];
    return (
        <Page title={fault.title} actions={<Print />}>
            <div className={classes.column}>
                <Back />
                <Section title={here.means}>
                    <Stack gap="xs" align="flex-start">
                        <Text>{fault.meaning}</Text>
                        <StatusBadge tone={fault.turn === 'user' ? 'warning' : 'waiting'}>
                            {words.faults.turns[fault.turn]?.title ?? fault.turn}
                        </StatusBadge>
                        <Text size="sm">{words.faults.meanwhile[meanwhile(fault)]}</Text>
                    </Stack>
                </Section>
                <Section title={here.fix}>
                    <div className={classes.fix}>{fault.fix}</div>
                </Section>
                {checks && (
                    <Section title={here.checks}>
                        <Steps of={checks} numbered />
                    </Section>
                )}
                {guideHelps(fault.code) && <Guides />}
                <Section title={here.related}>
                    <ul className={classes.chips}>
                        {relatedTo(fault.code).map(({ page, to }) => (
                            <li key={page}>
                                <Anchor component={Link} to={to} size="sm">
                                    {here.pages[page]}
                                </Anchor>
                            </li>
                        ))}
                    </ul>
                </Section>
                <Text size="xs" c="dimmed">
                    {here.code}: <code>{fault.code}</code>
                </Text>
            </div>
        </Page>
    );
}

function Guides() {
    const words = useWords().help.fault;
    const venues = useVenues().data;
    if (!venues) return null;
    return (
        <Section title={words.guides} lead={words.guidesLead}>
            <ul className={classes.chips}>
                {venues
                    .filter((venue) => venue.credential_fields.length > 0)
                    .map((venue) => (
                        <li key={venue.venue}>
                            <Anchor component={Link} to={`/help/venues/${venue.venue}`} size="sm">
                                {venue.name}
                            </Anchor>
                        </li>
                    ))}
            </ul>
        </Section>
    );
}
