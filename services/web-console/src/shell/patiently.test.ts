import { expect, it, vi } from 'vitest';
import { patiently } from './patiently';

const gone = new TypeError('Failed to fetch dynamically imported module');

it('waits for the network, and then goes on', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const load = vi.fn().mockRejectedValueOnce(gone).mockResolvedValue('page');
    const page = patiently(load)();
    await vi.waitFor(() => expect(load).toHaveBeenCalledOnce());
    window.dispatchEvent(new Event('online'));
    expect(await page).toBe('page');
});

it('tells when a script is not there any more', async () => {
    await expect(patiently(() => Promise.reject(gone))()).rejects.toBe(gone);
});
