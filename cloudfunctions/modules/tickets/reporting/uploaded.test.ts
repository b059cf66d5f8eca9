import type { Context } from '../../../kernel/routes';
import { folderOf } from './files';
import { isEmergency, whenUploaded } from './uploaded';

const mockAsked = jest.fn(() => new Promise(() => undefined));
jest.mock('../../../platform/sdk', () => ({ sdk: () => ({ getTempFileURL: mockAsked }) }));

const caller = { openid: 'o-owner' } as Context['caller'];
const fileId = `cloud://env.bucket/${folderOf(caller.openid)}wet.jpg`;

test('a storage that hangs is not waited for: two seconds, and in an emergency not at all', async () => {
  const logged: string[] = [];
  const world = {
    log: ({ what }: { readonly what: string }) => void logged.push(what),
    phoneOf: async () => ({ refused: 'unavailable' }) as const,
  };
  type Said = { readonly urgency: 'emergency' | 'general' };
  const look = whenUploaded<Said>(() => [fileId], isEmergency);
  const asked = async (urgency: Said['urgency']) => {
    const begun = Date.now();
    expect((await look({ urgency }, { caller } as Context, world)).ok).toBe(true);
    return Date.now() - begun;
  };
  await asked('emergency');
  expect([mockAsked.mock.calls.length, logged]).toEqual([0, []]);
  expect(await asked('general')).toBeGreaterThanOrEqual(1_900);
  expect([mockAsked.mock.calls.length, logged]).toEqual([1, ['filesNotLookedFor']]);
}, 10_000);
