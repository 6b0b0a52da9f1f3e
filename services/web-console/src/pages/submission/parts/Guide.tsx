import { Anchor, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconExternalLink, IconX } from '@tabler/icons-react';
import type { Venue } from '../../../api/types';
import { CopyButton } from '../../../parts/CopyButton';
import { useWords } from '../../../words';
import classes from './Guide.module.css';

/** How to make the key: steps, rights to tick and to leave off, our addresses, what to know. */
export function Guide({ venue }: { venue: Venue }) {
    const words = useWords().submission.guide;
    const guide = venue.setup_guide;
    const warnings = [
        ...(venue.closing?.words ? [venue.closing.words] : []),
        ...new Set(Object.values(venue.rights_not_reported)),
    ];
    return (
        <aside id="guide" tabIndex={-1} aria-labelledby="guide-title" className={classes.guide}>
            <Stack gap="sm">
                <Title order={3} size="h5" id="guide-title">
                    {words.title(venue.name)}
                </Title>
                {guide?.url && (
                    <Anchor
                        href={guide.url}
                        target="_blank"
                        rel="noopener noreferrer"
                        referrerPolicy="no-referrer"
                        size="sm"
                        underline="always"
                        className={classes.link}
                    >
                        {words.open(venue.name)} <IconExternalLink size={14} aria-hidden />
                        <span className="out-of-sight"> {words.newTab}</span>
                    </Anchor>
                )}
                {guide && (
                    <ol className={classes.steps}>
                        {(guide.steps ?? []).map((step) => (
                            <li key={step}>{step}</li>
                        ))}
                    </ol>
                )}
                {guide && <Rights title={words.tick} rights={guide.tick ?? []} tick />}
                {guide && <Rights title={words.leaveOff} rights={guide.leave_off ?? []} />}
                {venue.egress_ips.length > 0 && (
                    <div>
                        <div className={classes.row}>
                            <Title order={4} size="h6">
                                {words.addresses}
                            </Title>
                            {venue.egress_ips.length > 1 && (
                                <CopyButton
                                    value={venue.egress_ips.join(',')}
                                    what={words.allAddresses}
                                    label={words.copyAll}
                                />
                            )}
                        </div>
                        <Text size="sm">{words.addressesText}</Text>
                        <ul className={classes.addresses}>
                            {venue.egress_ips.map((ip) => (
                                <li key={ip} className={classes.row}>
                                    <code translate="no">{ip}</code>
                                    <CopyButton value={ip} what={words.address(ip)} />
                                </li>
                            ))}
                        </ul>
                    </div>
                )}
                <div>
                    <Title order={4} size="h6">
                        {words.warnings}
                    </Title>
                    <ul className={classes.plain}>
                        {warnings.map((warning) => (
                            <li key={warning}>{warning}</li>
                        ))}
                        <li>{words.desktop}</li>
                    </ul>
                </div>
            </Stack>
        </aside>
    );
}

function Rights({
    title,
    rights,
    tick,
}: {
    title: string;
    rights: readonly string[];
    tick?: boolean;
}) {
    if (rights.length === 0) return null;
    return (
        <div>
            <Title order={4} size="h6">
                {title}
            </Title>
            <ul className={classes.rights}>
                {rights.map((right) => (
                    <li key={right}>
                        {tick ? (
                            <IconCheck size={18} aria-hidden className={classes.tick} />
                        ) : (
                            <IconX size={18} aria-hidden className={classes.leave} />
                        )}
                        <span>{right}</span>
                    </li>
                ))}
            </ul>
        </div>
    );
}
