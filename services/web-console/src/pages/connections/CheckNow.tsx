import { Button } from '@mantine/core';
import { IconActivityHeartbeat } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { asTrouble } from '../../api/client';
import type { Connection } from '../../api/types';
import { useWords } from '../../words';
import type { Words } from '../../words';
import { useCheck } from './check';
import type { CheckState } from './check';
import classes from './Facts.module.css';
import { Mark } from './Mark';

interface Checking {
    button: ReactNode;
    told: ReactNode;
}

/**
 * A button that has a connection pinged now, and what came of it; apart, so that the answer can
 * stand below a row of buttons.
 */
export function useCheckNow(connection: Connection, filled = false): Checking {
    const words = useWords().connections;
    const { state, check } = useCheck(connection.connection_id, connection.last_sync_at);
    const answer = answerOf(state, words);
    return {
        button: (
            <Button
                size="xs"
                variant={filled ? 'filled' : 'default'}
                leftSection={<IconActivityHeartbeat size={16} aria-hidden />}
                loading={state.kind === 'asking'}
                onClick={check}
                aria-label={words.checkOf(connection.label)}
            >
                {words.check}
            </Button>
        ),
        told: (
            <div role="status" className={classes.answer}>
                {answer !== null && <Mark tone={answer.tone}>{answer.text}</Mark>}
            </div>
        ),
    };
}

function answerOf(state: CheckState, words: Words['connections']) {
    switch (state.kind) {
        case 'idle':
            return null;
        case 'asking':
            return { tone: 'waiting', text: words.checking } as const;
        case 'waiting':
            return { tone: 'waiting', text: words.checkWaiting } as const;
        case 'worked':
            return { tone: 'good', text: words.checkWorked(state.millis) } as const;
        case 'failed':
            return { tone: 'bad', text: words.checkFailed(state.words) } as const;
        case 'trouble': {
            const { message } = asTrouble(state.trouble);
            return { tone: 'bad', text: `${words.checkNotAsked}. ${message}` } as const;
        }
    }
}
