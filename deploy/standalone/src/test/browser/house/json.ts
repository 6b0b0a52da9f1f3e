/** Asks a part of the house for JSON; an error with what was answered for any other status. */
export async function ask<T>(
    wanted: number,
    method: string,
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
): Promise<T> {
    const answer = await fetch(url, {
        method,
        headers: {
            ...headers,
            ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (answer.status !== wanted) {
        throw new Error(`${method} ${url} answered ${answer.status} ${text}, not ${wanted}`);
    }
    return (text === '' ? undefined : JSON.parse(text)) as T;
}
