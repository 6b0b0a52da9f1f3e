import { Page } from '../../parts/Page';

export default function ConnectionsPage() {
    return <Page title="API Connect">{null}</Page>;
}
