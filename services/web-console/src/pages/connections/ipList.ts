import type { Connection } from '../../api/types';

/**
 * What a key's IP list means for us.
 *
 * - `ours`: it holds all our addresses.
 * - `lacks`: it does not hold some of them; calls from those are refused.
 * - `open`: no list is known of: there is none, or the venue does not tell.
 * - `unclear`: there is a list, and whether it holds us cannot be said.
 * - `refused`: whatever list was known when the key worked, the venue refuses our addresses now.
 */
export type IpListState =
    | { kind: 'ours' }
    | { kind: 'lacks'; missing: string[] }
    | { kind: 'open' }
    | { kind: 'unclear' }
    | { kind: 'refused' };

/** What is known of a connection's list, and what the venue says of it by now. */
export function ipListNow(
    connection: Pick<Connection, 'ip_allow_list' | 'reason'>,
    ours: readonly string[] | undefined,
): IpListState {
    return connection.reason?.code === 'IP_NOT_ALLOWED'
        ? { kind: 'refused' }
        : ipListOf(connection.ip_allow_list, ours);
}

/** Compares a key's list with our addresses; `ours` is undefined while they are not known. */
export function ipListOf(
    list: readonly string[],
    ours: readonly string[] | undefined,
): IpListState {
    if (list.length === 0) return { kind: 'open' };
    if (ours === undefined || ours.length === 0) return { kind: 'unclear' };
    const answers = ours.map((address) => ({ address, holds: holds(list, address) }));
    if (answers.every(({ holds }) => holds === true)) return { kind: 'ours' };
    const missing = answers.filter(({ holds }) => holds === false).map(({ address }) => address);
    return missing.length === 0 ? { kind: 'unclear' } : { kind: 'lacks', missing };
}

/** Whether a list holds an address; null when an entry cannot be read that might. */
function holds(list: readonly string[], address: string): boolean | null {
    let doubt = false;
    for (const entry of list) {
        const answer = covers(entry.trim(), address);
        if (answer === true) return true;
        doubt ||= answer === null;
    }
    return doubt ? null : false;
}

function covers(entry: string, address: string): boolean | null {
    if (entry.toLowerCase() === address.toLowerCase()) return true;
    const [network = '', bits, ...rest] = entry.split('/');
    const net = ipv4(network);
    const mine = ipv4(address);
    if (rest.length > 0) return null;
    if (net === null || mine === null) {
        // Two spellings of one IPv6 address, a range, a star, a name: not for us to decide.
        return net !== null || (looksLikeIpv6(network) && mine !== null) ? false : null;
    }
    if (bits === undefined) return net === mine;
    const length = /^\d{1,2}$/.test(bits) ? Number(bits) : 33;
    if (length > 32) return null;
    const mask = length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0;
    return (net & mask) >>> 0 === (mine & mask) >>> 0;
}

function looksLikeIpv6(text: string): boolean {
    return text.includes(':') && /^[0-9a-f:.]+$/i.test(text);
}

function ipv4(text: string): number | null {
    const parts = text.split('.');
    if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part))) return null;
    const bytes = parts.map(Number);
    if (bytes.some((byte) => byte > 255)) return null;
    return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}
