import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Alerts } from '../../api/types';
import { Loading } from '../../parts/Loading';
import { Page } from '../../parts/Page';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import classes from './alerts.module.css';
import { useAlerts } from './api';
import { Browsers } from './Browsers';
import { Deliveries } from './Deliveries';
import { Mail } from './Mail';
import { Telegram } from './Telegram';
import { Webhooks } from './Webhooks';
import { When } from './When';

/** Where and when the account is alerted. */
export default function AlertsPage() {
    const words = useWords().alerts;
    const alerts = useAlerts();
    return (
        <Page title={words.title}>
            <Text c="dimmed" mb="xs">
                {words.lead}
            </Text>
            <Text size="sm" mb="lg">
                <Anchor component={Link} to="/settings">
                    {words.toSettings}
                </Anchor>
                {' · '}
                <Anchor component={Link} to="/help/alerts">
                    {words.toHelp}
                </Anchor>
            </Text>
            <div className={classes.sections}>
                {alerts.isPending && <Loading />}
                {alerts.error && !alerts.data && (
                    <TroubleNote trouble={alerts.error} again={() => void alerts.refetch()} />
                )}
                {alerts.data && <Parts alerts={alerts.data} />}
            </div>
        </Page>
    );
}

function Parts({ alerts }: { alerts: Alerts }) {
    const of = (kind: string) => alerts.channels.filter((one) => one.kind === kind);
    const means = (kind: string) => alerts.kinds.find((one) => one.kind === kind);
    return (
        <>
            <Mail />
            <Telegram channels={of('telegram')} means={means('telegram')} />
            <Browsers channels={of('web_push')} means={means('web_push')} />
            <Webhooks channels={of('webhook')} means={means('webhook')} />
            <When wishes={alerts.wishes} />
            <Deliveries channels={alerts.channels} />
        </>
    );
}
