import { Page } from '../../parts/Page';

export default function VenueHelpPage() {
    return <Page title="Exchange">{null}</Page>;
}
