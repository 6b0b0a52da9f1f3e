import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useWords } from '../../words';
import classes from './help.module.css';

/** Back to all help. */
export function Back() {
    const words = useWords().help;
    return (
        <Anchor
            component={Link}
            to="/help"
            size="sm"
            className={`${classes.back} ${classes.screen}`}
        >
            <IconArrowLeft size={16} aria-hidden /> {words.back}
        </Anchor>
    );
}
