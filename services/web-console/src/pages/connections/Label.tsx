import type { ReactNode } from 'react';
import type { Connection } from '../../api/types';
import { EditableName } from '../../parts/EditableName';
import { useWords } from '../../words';
import { useRename } from './changes';

/** A connection's name, to be changed in place; a button alone without a heading. */
export function Label({ connection, children }: { connection: Connection; children?: ReactNode }) {
    const rename = useRename(connection.connection_id);
    return (
        <EditableName
            name={connection.label}
            of={useWords().connections.nameOf}
            field="label"
            keep={rename.mutateAsync}
        >
            {children}
        </EditableName>
    );
}
