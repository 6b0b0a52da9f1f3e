import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { Loading } from '../../parts/Loading';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import { useFaults } from '../../api/queries';
import { Back } from './Back';
import classes from './help.module.css';
import { Print } from './Print';

/** Every reason, by whose turn it is. */
export default function FaultsPage() {
    const words = useWords().faults;
    const faults = useFaults();
    return (
        <Page title={words.title} actions={<Print />}>
            <div className={classes.column}>
                <Back />
                <Text c="dimmed">{words.lead}</Text>
                {faults.isPending && <Loading />}
                {!faults.data && (
                    <TroubleNote trouble={faults.error} again={() => void faults.refetch()} />
                )}
                {faults.data &&
                    Object.entries(words.turns).map(([turn, { title, lead }]) => (
                        <Section key={turn} title={title} lead={lead}>
                            <ul className={classes.faults}>
                                {faults.data
                                    .filter((fault) => fault.turn === turn)
                                    .map((fault) => (
                                        <li key={fault.code} className={classes.fault}>
                                            <Anchor
                                                component={Link}
                                                to={`/help/faults/${fault.code}`}
                                                fw={600}
                                                size="sm"
                                            >
                                                {fault.title}
                                            </Anchor>
                                            <Text size="sm">{fault.meaning}</Text>
                                            <Text size="sm" c="dimmed">
                                                {fault.fix}
                                            </Text>
                                        </li>
                                    ))}
                            </ul>
                        </Section>
                    ))}
            </div>
        </Page>
    );
}
