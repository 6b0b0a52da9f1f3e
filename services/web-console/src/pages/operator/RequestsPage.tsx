import { Page } from '../../parts/Page';

export default function RequestsPage() {
    return <Page title="Support requests">{null}</Page>;
}
