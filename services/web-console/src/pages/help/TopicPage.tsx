import { Stack, Text } from '@mantine/core';
import { useParams } from 'react-router';
import { CopyButton } from '../../parts/CopyButton';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import NotFoundPage from '../../shell/NotFoundPage';
import { useWords } from '../../words';
import { Back } from './Back';
import classes from './help.module.css';
import { Print } from './Print';
import { Steps } from './Steps';

/** A question that people ask, and its answer. */
export default function TopicPage() {
    const words = useWords().help;
    const { topic = '' } = useParams();
    const found = Object.hasOwn(words.topics, topic) ? words.topics[topic] : undefined;
    if (found === undefined) return <NotFoundPage />;
    return (
        <Page title={found.title} actions={<Print />}>
            <div className={classes.column}>
                <Back />
                <Text c="dimmed">{found.lead}</Text>
                {found.sections.map((part) => (
                    <Section key={part.title} title={part.title}>
                        <Stack gap="sm">
                            {part.text?.map((sentence) => (
                                <Text key={sentence}>{sentence}</Text>
                            ))}
                            {part.steps && <Steps of={part.steps} />}
                            {part.code && (
                                <div>
                                    <pre className={classes.code} translate="no">
                                        <code>{part.code.text}</code>
                                    </pre>
                                    <CopyButton value={part.code.text} what={part.code.what} />
                                </div>
                            )}
                        </Stack>
                    </Section>
                ))}
            </div>
        </Page>
    );
}
