import { Page } from '../../parts/Page';

export default function FaultPage() {
    return <Page title="Fault">{null}</Page>;
}
