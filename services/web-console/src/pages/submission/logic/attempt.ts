/** Keys for `Idempotency-Key`: the same for the same content, another when anything changed. */
export function createAttempts() {
    let key: string | null = null;
    return {
        /** The key to send with; the same until {@link changed}. */
        key(): string {
            key ??= crypto.randomUUID();
            return key;
        },
        /** Something was changed: what is sent next is another submission. */
        changed() {
            key = null;
        },
    };
}
