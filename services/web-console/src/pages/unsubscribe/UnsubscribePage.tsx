import { Page } from '../../parts/Page';

export default function UnsubscribePage() {
    return <Page title="Unsubscribe">{null}</Page>;
}
