import { Text } from '@mantine/core';
import type { Me } from '../../../api/types';
import { useWords } from '../../../words';
import { Facts } from '../parts/Facts';
import { Note } from '../parts/Note';
import { SupportButton } from '../parts/SupportButton';

/** Whose submission it is: the registered address, exactly as it was registered. */
export function EmailStep({ me }: { me: Me }) {
    const words = useWords().submission.email;
    return (
        <>
            <Text>{words.intro}</Text>
            <Facts
                facts={[
                    [
                        words.label,
                        <strong key="email" translate="no">
                            {me.email}
                        </strong>,
                    ],
                    [
                        words.clientId,
                        <span key="id" translate="no">
                            {me.client_id}
                        </span>,
                    ],
                ]}
            />
            <Text size="sm">{words.exact}</Text>
            {me.support_clearance === 'needed' && (
                <Note tone="warning" title={words.blockedTitle}>
                    <Text size="sm">{words.blocked}</Text>
                    <SupportButton about={{}} />
                </Note>
            )}
        </>
    );
}
