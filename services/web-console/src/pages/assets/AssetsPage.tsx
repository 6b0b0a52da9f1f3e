import { Page } from '../../parts/Page';

export default function AssetsPage() {
    return <Page title="Assets">{null}</Page>;
}
