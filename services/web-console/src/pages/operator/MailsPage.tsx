import { Page } from '../../parts/Page';

export default function MailsPage() {
    return <Page title="Mails">{null}</Page>;
}
