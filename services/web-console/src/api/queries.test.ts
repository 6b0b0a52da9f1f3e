import { expect, it } from 'vitest';
import { keys, madeOldBy } from './queries';

const oldAfter = (type: string) => madeOldBy({ id: '1', type, data: {} });

it('asks anew what an event has changed, and nothing else', () => {
    expect(oldAfter('submission.accepted')).toEqual([keys.submissions, keys.connections]);
    expect(oldAfter('connection.health')).toContainEqual(keys.connections);
    expect(oldAfter('bot.launched')).toContainEqual(keys.connections);
    expect(oldAfter('account.changed')).toContainEqual(keys.me);
    expect(oldAfter('something.else')).toEqual([]);
});
