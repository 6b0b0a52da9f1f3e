import { Page } from '../../parts/Page';

export default function OverviewPage() {
    return <Page title="Operator">{null}</Page>;
}
