import { Text, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { CredentialField } from '../../api/types';
import { CopyButton } from '../../parts/CopyButton';
import { Section } from '../../parts/Section';
import { useWords } from '../../words';
import classes from './help.module.css';

/** What to tick on the key, and what to leave off. */
export function Rights({ tick, leaveOff }: { tick: string[]; leaveOff: string[] }) {
    const words = useWords().help.venue;
    return (
        <Section title={words.rights} lead={words.rightsWhy}>
            <div className={classes.rights}>
                <div>
                    <Title order={3} size="h6" mb={4}>
                        {words.tick}
                    </Title>
                    <ul className={classes.plain}>
                        {tick.map((right) => (
                            <li key={right} className={`${classes.right} ${classes.on}`}>
                                <IconCheck size={18} aria-hidden />
                                {right}
                            </li>
                        ))}
                    </ul>
                </div>
                <div>
                    <Title order={3} size="h6" mb={4}>
                        {words.leaveOff}
                    </Title>
                    <ul className={classes.plain}>
                        {leaveOff.map((right) => (
                            <li key={right} className={`${classes.right} ${classes.off}`}>
                                <IconX size={18} aria-hidden />
                                {right}
                            </li>
                        ))}
                    </ul>
                </div>
            </div>
        </Section>
    );
}

/** Our addresses, for the key's IP list. */
export function Addresses({ of: addresses }: { of: string[] }) {
    const words = useWords().help.venue;
    return (
        <Section title={words.ips} lead={words.ipsWhy} id="addresses">
            <ul className={classes.ips}>
                {addresses.map((ip) => (
                    <li key={ip} className={classes.ip}>
                        {ip}
                        <span className={classes.screen}>
                            <CopyButton value={ip} what={words.ipsCopyOne(ip)} />
                        </span>
                    </li>
                ))}
            </ul>
            <span className={classes.screen}>
                <CopyButton
                    value={addresses.join(',')}
                    what={words.ipsCopyAll}
                    label={words.ipsCopy}
                />
            </span>
        </Section>
    );
}

/** What the form asks for, and where that is found. */
export function Fields({ of: fields }: { of: CredentialField[] }) {
    const words = useWords().help.venue;
    return (
        <Section title={words.fields}>
            <dl className={classes.fields}>
                {fields.map((field) => (
                    <div key={field.name} className={classes.field}>
                        <dt>{field.label}</dt>
                        <dd>{field.help}</dd>
                        <dd>
                            <Text size="xs" c="dimmed">
                                {field.required ? words.required : words.optional}
                                {field.secret && ` · ${words.secret}`}
                            </Text>
                        </dd>
                    </div>
                ))}
            </dl>
        </Section>
    );
}
