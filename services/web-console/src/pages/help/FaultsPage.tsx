import { Page } from '../../parts/Page';

export default function FaultsPage() {
    return <Page title="Faults">{null}</Page>;
}
