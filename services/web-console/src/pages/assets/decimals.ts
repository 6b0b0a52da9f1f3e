import { format } from '../../words';

/** An exact decimal number: `units` · 10^-`scale`. Money is never a floating-point number here. */
export interface Decimal {
    units: bigint;
    scale: number;
}

const SHAPE = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Reads a decimal of the contract, e.g. `"0.05"` or `"1E-8"`; null when it is none. */
export function readDecimal(text: string): Decimal | null {
    const match = SHAPE.exec(text.trim());
    if (match === null) return null;
    const [, sign, whole = '', fraction = '', exponent = '0'] = match;
    const units = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
    const scale = fraction.length - Number(exponent);
    return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

/** The exact sum. */
export function plus(a: Decimal, b: Decimal): Decimal {
    const scale = Math.max(a.scale, b.scale);
    return { units: at(a, scale) + at(b, scale), scale };
}

/** Negative, zero or positive, as a comes before, with or after b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
    const scale = Math.max(a.scale, b.scale);
    const [left, right] = [at(a, scale), at(b, scale)];
    return left < right ? -1 : left > right ? 1 : 0;
}

/** The exact sum of decimals as text; null when one of them cannot be read: no guess is made. */
export function sumOf(texts: readonly string[]): string | null {
    let sum: Decimal = { units: 0n, scale: 0 };
    for (const text of texts) {
        const one = readDecimal(text);
        if (one === null) return null;
        sum = plus(sum, one);
    }
    return plain(sum);
}

/** Whether it is zero for certain; what cannot be read is not. */
export function isZero(text: string): boolean {
    return readDecimal(text)?.units === 0n;
}

/** Without an exponent, without needless zeros, never rounded. */
export function plain({ units, scale }: Decimal): string {
    const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
    const whole = digits.slice(0, digits.length - scale);
    const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
    return (units < 0n ? '-' : '') + whole + (fraction === '' ? '' : `.${fraction}`);
}

/** For people: thousands in groups, every digit kept. Text that is no decimal comes back as it was. */
export function showDecimal(text: string): string {
    const read = readDecimal(text);
    return read === null ? text : format.decimal(plain(read)).replace('-', '\u2212');
}

function at(decimal: Decimal, scale: number): bigint {
    return decimal.units * 10n ** BigInt(scale - decimal.scale);
}
