import type { UseQueryResult } from '@tanstack/react-query';
import { IconCloudOff } from '@tabler/icons-react';
import { useLive } from '../../api/live';
import { Ago } from '../../parts/Ago';
import { useWords } from '../../words';
import classes from './StaleNote.module.css';

type Seen = Pick<UseQueryResult, 'data' | 'isError' | 'dataUpdatedAt' | 'fetchStatus'>;

/** Says how old what is shown is, when nothing newer comes: offline, or the house is away. */
export function StaleNote({ query }: { query: Seen }) {
    const words = useWords().connections;
    const offline = useLive() === 'offline' || query.fetchStatus === 'paused';
    const old = query.data !== undefined && (query.isError || offline);
    return (
        <div role="status">
            {old && (
                <p className={classes.note}>
                    <IconCloudOff size={16} aria-hidden />
                    <span>
                        {words.old}, <Ago at={new Date(query.dataUpdatedAt).toISOString()} />.
                    </span>
                </p>
            )}
        </div>
    );
}
