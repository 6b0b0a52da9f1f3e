import { Page } from '../../parts/Page';

export default function AccountsPage() {
    return <Page title="Accounts">{null}</Page>;
}
