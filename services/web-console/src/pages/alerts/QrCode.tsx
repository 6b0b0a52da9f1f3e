import { encode } from 'uqr';
import classes from './alerts.module.css';

/** A link to be read by another device's camera: black on white in either theme. */
export function QrCode({ link, label }: { link: string; label: string }) {
    const { data, size } = encode(link, { ecc: 'M', border: 4 });
    const path = data
        .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
        .join('');
    return (
        <svg
            className={classes.qr}
            viewBox={`0 0 ${size} ${size}`}
            role="img"
            aria-label={label}
            shapeRendering="crispEdges"
        >
            <path d={path} />
        </svg>
    );
}
