import { NavLink } from 'react-router';
import { useMe } from '../api/queries';
import { useWords } from '../words';
import classes from './Frame.module.css';

interface Given {
    inside: boolean;
    /** A link was followed. */
    done: () => void;
}

/** The ways to the main pages. */
export function Navigation({ inside, done }: Given) {
    return inside ? <Inside done={done} /> : <Way to="/help" name="help" done={done} />;
}

function Inside({ done }: Pick<Given, 'done'>) {
    const operator = useMe().data?.role === 'operator';
    return (
        <>
            <Way to="/" name="dashboard" done={done} />
            <Way to="/connections" name="connections" done={done} />
            <Way to="/assets" name="assets" done={done} />
            <Way to="/submissions" name="submissions" done={done} />
            {operator && <Way to="/operator" name="operator" done={done} />}
            <Way to="/help" name="help" done={done} />
        </>
    );
}

type Place = 'dashboard' | 'connections' | 'assets' | 'submissions' | 'operator' | 'help';

function Way({ to, name, done }: { to: string; name: Place; done: () => void }) {
    const words = useWords().shell;
    return (
        <NavLink to={to} end={to === '/'} className={classes.link} onClick={done}>
            {words[name]}
        </NavLink>
    );
}
