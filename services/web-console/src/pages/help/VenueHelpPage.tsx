import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { IconCalendarX, IconInfoCircle } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { useFaults, useStrategies, useVenues } from '../../api/queries';
import type { Venue } from '../../api/types';
import { Loading } from '../../parts/Loading';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { format, useWords } from '../../words';
import { Back } from './Back';
import { COMMON } from './guide';
import classes from './help.module.css';
import { Print } from './Print';
import { Steps } from './Steps';
import { Addresses, Fields, Rights } from './VenueParts';

/** How to make a key on one exchange. */
export default function VenueHelpPage() {
    const words = useWords().help;
    const { venue: id = '' } = useParams();
    const venues = useVenues();
    if (venues.isPending) return <Loading />;
    if (!venues.data) {
        return (
            <Page title={words.title}>
                <TroubleNote trouble={venues.error} again={() => void venues.refetch()} />
            </Page>
        );
    }
    const venue = venues.data.find((one) => one.venue === id);
    return venue === undefined ? <Unknown venues={venues.data} /> : <Guide venue={venue} />;
}

function Guide({ venue }: { venue: Venue }) {
    const words = useWords().help;
    const here = words.venue;
    const known = words.venues[venue.venue];
    const guide = venue.setup_guide as Venue['setup_guide'] | null | undefined;
    const unreported = [...new Set(Object.values(venue.rights_not_reported ?? {}))];
    return (
        <Page title={here.title(venue.name)} actions={<Print />}>
            <div className={classes.column}>
                <Back />
                <Text c="dimmed">{here.lead(venue.name)}</Text>
                <Notices venue={venue} />
                {guide && (
                    <Section title={here.steps}>
                        <Stack gap="md" align="flex-start">
                            <Steps of={guide.steps ?? []} numbered />
                            {guide.url && (
                                <Anchor
                                    href={guide.url}
                                    target="_blank"
                                    rel="noopener noreferrer"
                                    size="sm"
                                    className={classes.screen}
                                >
                                    {here.open(venue.name)} ↗
                                </Anchor>
                            )}
                        </Stack>
                    </Section>
                )}
                {guide && <Rights tick={guide.tick ?? []} leaveOff={guide.leave_off ?? []} />}
                {venue.egress_ips.length > 0 && <Addresses of={venue.egress_ips} />}
                {venue.credential_fields.length > 0 && <Fields of={venue.credential_fields} />}
                {guide && (
                    <Section title={here.expiry}>
                        <Stack gap="sm">
                            <Text>{known?.expiry ?? here.expiryGeneral}</Text>
                            <Text>{here.old}</Text>
                        </Stack>
                    </Section>
                )}
                {unreported.length > 0 && (
                    <Section title={here.unreported}>
                        <Steps of={unreported} />
                    </Section>
                )}
                {known && known.traps.length > 0 && guide && (
                    <Section title={here.traps}>
                        <Steps of={known.traps} />
                    </Section>
                )}
                <Strategies venue={venue} />
                {guide && <Faults />}
            </div>
        </Page>
    );
}

/** What the catalogue also says of an exchange. */
type Listed = Venue & { available?: boolean; unavailable_reason?: string | null };

function Notices({ venue }: { venue: Listed }) {
    const here = useWords().help.venue;
    return (
        <>
            {venue.closing?.last_day && (
                <Alert
                    color="red"
                    variant="light"
                    icon={<IconCalendarX aria-hidden />}
                    title={here.closingTitle(format.day(venue.closing.last_day))}
                >
                    {venue.closing.words}
                </Alert>
            )}
            {venue.available === false && (
                <Alert color="gray" variant="light" icon={<IconInfoCircle aria-hidden />}>
                    {venue.unavailable_reason ?? here.unavailable}
                </Alert>
            )}
            {venue.route === 'contact_support' ? (
                <Alert
                    color="blue"
                    variant="light"
                    icon={<IconInfoCircle aria-hidden />}
                    title={here.supportTitle}
                >
                    {venue.note ?? here.supportWords}
                </Alert>
            ) : (
                venue.note && (
                    <Alert
                        color="blue"
                        variant="light"
                        icon={<IconInfoCircle aria-hidden />}
                        title={here.noteTitle}
                    >
                        {venue.note}
                    </Alert>
                )
            )}
        </>
    );
}

function Strategies({ venue }: { venue: Venue }) {
    const here = useWords().help.venue;
    const all = useStrategies().data ?? [];
    const runs = all.filter((one) => one.venues.some((route) => route.venue === venue.venue));
    if (runs.length === 0) return null;
    return (
        <Section title={here.strategies}>
            <ul className={classes.faults}>
                {runs.map((one) => (
                    <li key={one.strategy_id} className={classes.fault}>
                        <Text size="sm" fw={600}>
                            {one.name}
                        </Text>
                        <Text size="sm" c="dimmed">
                            {[
                                here.marketNames[one.market] ?? one.market,
                                here.atLeast(
                                    format.decimal(String(one.minimum_balance)),
                                    one.base_asset,
                                ),
                                ...(one.invite_only ? [here.inviteOnly] : []),
                            ].join(' · ')}
                        </Text>
                    </li>
                ))}
            </ul>
            {venue.route === 'self_service' && (
                <Button component={Link} to="/submit" mt="md" className={classes.screen}>
                    {here.submit}
                </Button>
            )}
        </Section>
    );
}

function Faults() {
    const words = useWords().help;
    const faults = useFaults().data ?? [];
    const common = COMMON.flatMap((code) => faults.find((fault) => fault.code === code) ?? []);
    if (common.length === 0) return null;
    return (
        <Section title={words.venue.faults}>
            <ul className={classes.chips}>
                {common.map((fault) => (
                    <li key={fault.code}>
                        <Anchor component={Link} to={`/help/faults/${fault.code}`} size="sm">
                            {fault.title}
                        </Anchor>
                    </li>
                ))}
                <li>
                    <Anchor component={Link} to="/help/faults" size="sm">
                        {words.allFaults}
                    </Anchor>
                </li>
            </ul>
        </Section>
    );
}

function Unknown({ venues }: { venues: Venue[] }) {
    const here = useWords().help.venue;
    return (
        <Page title={here.unknown}>
            <Stack>
                <Text>{here.unknownWords}</Text>
                <ul className={classes.chips}>
                    {venues.map((venue) => (
                        <li key={venue.venue}>
                            <Anchor component={Link} to={`/help/venues/${venue.venue}`}>
                                {venue.name}
                            </Anchor>
                        </li>
                    ))}
                </ul>
            </Stack>
        </Page>
    );
}
