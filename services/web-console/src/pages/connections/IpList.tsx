import type { Connection, Venue } from '../../api/types';
import { CopyButton } from '../../parts/CopyButton';
import { useWords } from '../../words';
import classes from './Facts.module.css';
import { ipListNow } from './ipList';
import { Mark } from './Mark';
import { IP_TONE } from './tones';

interface Given {
    connection: Connection;
    venue: Venue | undefined;
}

/** Whether a key's IP list lets us in, in a line. */
export function IpListInShort({ connection, venue }: Given) {
    const words = useWords().connections;
    const state = ipListNow(connection, venue?.egress_ips);
    const text = {
        ours: words.ipOurs,
        lacks: words.ipLacks(state.kind === 'lacks' ? state.missing.length : 0),
        open: words.ipOpenShort,
        unclear: words.ipUnclearShort,
        refused: words.ipRefusedShort,
    }[state.kind];
    return <Mark tone={IP_TONE[state.kind]}>{text}</Mark>;
}

/** A key's IP list beside our addresses, those that it lacks, and what to do. */
export function IpListWhole({ connection, venue }: Given) {
    const words = useWords().connections;
    const ours = venue?.egress_ips ?? [];
    const state = ipListNow(connection, venue?.egress_ips);
    const text = {
        ours: words.ipOurs,
        lacks: words.ipLacks(state.kind === 'lacks' ? state.missing.length : 0),
        open: words.ipOpen,
        unclear: words.ipUnclear,
        refused: words.ipRefused,
    }[state.kind];
    return (
        <div className={classes.stack}>
            <Mark tone={IP_TONE[state.kind]}>{text}</Mark>
            {state.kind === 'lacks' && (
                <Addresses title={words.ipMissing} list={state.missing} copy={words.ipWhat} />
            )}
            {state.kind !== 'refused' && connection.ip_allow_list.length > 0 && (
                <Addresses title={words.ipAllowed} list={connection.ip_allow_list} />
            )}
            {state.kind !== 'ours' && (
                <>
                    {state.kind !== 'lacks' && ours.length > 0 && (
                        <Addresses title={words.ipOurAddresses} list={ours} copy={words.ipWhat} />
                    )}
                    <p className={classes.dim}>{words.ipAdvice}</p>
                </>
            )}
        </div>
    );
}

function Addresses({ title, list, copy }: { title: string; list: string[]; copy?: string }) {
    const words = useWords().connections;
    return (
        <div className={classes.addresses}>
            <span className={classes.dim}>{title}:</span>
            <code>{list.join(', ')}</code>
            {copy !== undefined && (
                <CopyButton value={list.join(',')} what={copy} label={words.copyAddresses} />
            )}
        </div>
    );
}
