import { type LocalFile, type Progress, type SendingPorts, sendRest, Uploads } from './uploads';

const photo = (key: string): LocalFile => ({ key, path: `http://store/${key}.jpg` });
const photos = Array.from({ length: 9 }, (_, index) => photo(`p${index}`));

/** A network whose every sending waits to be ended by hand. */
function network() {
  const onTheWay = new Map<
    string,
    { tell(percent: number): void; end(fileId: string | undefined): void; times: number }
  >();
  const times = new Map<string, number>();
  const ports: SendingPorts = {
    isThere: () => true,
    send: (_folder, { key }, tell) =>
      new Promise((resolve) => {
        times.set(key, (times.get(key) ?? 0) + 1);
        onTheWay.set(key, {
          tell,
          times: times.get(key) ?? 0,
          end: (fileId) => {
            onTheWay.delete(key);
            resolve(fileId);
          },
        });
      }),
  };
  return { ports, onTheWay, times };
}

function sendingOf({ ports }: ReturnType<typeof network>) {
  const sent: string[] = [];
  const told: ReadonlyMap<string, Progress>[] = [];
  const uploads = new Uploads(
    'people/me/',
    { sent: (key) => void sent.push(key), moved: (progress) => void told.push(progress) },
    ports,
  );
  return { uploads, sent, told };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());
const settled = () => jest.advanceTimersByTimeAsync(0);

test('three are sent at once, the others follow', async () => {
  const net = network();
  const { uploads, sent } = sendingOf(net);
  uploads.take(photos);
  expect([...net.onTheWay.keys()]).toEqual(['p0', 'p1', 'p2']);
  net.onTheWay.get('p1')?.end('cloud://e/p1');
  await settled();
  expect(sent).toEqual(['p1']);
  expect([...net.onTheWay.keys()]).toEqual(['p0', 'p2', 'p3']);
});

test('one that failed is tried again alone; what has arrived is not sent again', async () => {
  const net = network();
  const { uploads, sent, told } = sendingOf(net);
  uploads.take(photos.slice(0, 3));
  net.onTheWay.get('p0')?.end('cloud://e/p0');
  net.onTheWay.get('p1')?.end(undefined);
  net.onTheWay.get('p2')?.end('cloud://e/p2');
  await jest.advanceTimersByTimeAsync(250);
  expect(told.at(-1)).toEqual(new Map([['p1', 'failed']]));
  uploads.retry('p1');
  net.onTheWay.get('p1')?.end('cloud://e/p1');
  await settled();
  expect(sent).toEqual(['p0', 'p2', 'p1']);
  expect(Object.fromEntries(net.times)).toEqual({ p0: 1, p1: 2, p2: 1 });
});

test('after a restart only what has not arrived is sent', () => {
  const net = network();
  sendingOf(net).uploads.take([{ ...photo('p0'), fileId: 'cloud://e/p0' }, photo('p1')]);
  expect([...net.times.keys()]).toEqual(['p1']);
});

test('nine photos that report a thousand steps are drawn at most five times a second', async () => {
  const net = network();
  const { uploads, told } = sendingOf(net);
  uploads.take(photos);
  for (let step = 0; step < 1000; step += 1) {
    for (const one of net.onTheWay.values()) one.tell(step / 10);
    await jest.advanceTimersByTimeAsync(2);
  }
  expect(told.length).toBeLessThanOrEqual(10);
  expect(told.length).toBeGreaterThan(5);
});

test('a file the phone has lost is failed, not sent', async () => {
  const net = network();
  const { uploads, told } = sendingOf({ ...net, ports: { ...net.ports, isThere: () => false } });
  uploads.take([photo('p0')]);
  await jest.advanceTimersByTimeAsync(250);
  expect(net.times.size).toBe(0);
  expect(told.at(-1)).toEqual(new Map([['p0', 'failed']]));
});

test('one that was taken away is told of no more', async () => {
  const net = network();
  const { uploads, sent } = sendingOf(net);
  uploads.take(photos.slice(0, 2));
  uploads.take([photo('p1')]);
  net.onTheWay.get('p0')?.end(undefined);
  net.onTheWay.get('p1')?.end('cloud://e/p1');
  await settled();
  expect(sent).toEqual(['p1']);
});

test('whoever waits for all hears when each has arrived or failed', async () => {
  const net = network();
  const { uploads } = sendingOf(net);
  const heard = jest.fn();
  uploads.take(photos.slice(0, 2));
  void uploads.settled().then(heard);
  net.onTheWay.get('p0')?.end('cloud://e/p0');
  await settled();
  expect(heard).not.toHaveBeenCalled();
  net.onTheWay.get('p1')?.end(undefined);
  await settled();
  expect(heard).toHaveBeenCalledTimes(1);
});

test('a page that is gone hears of nothing', async () => {
  const net = network();
  const { uploads, sent } = sendingOf(net);
  uploads.take(photos.slice(0, 1));
  uploads.end();
  net.onTheWay.get('p0')?.end('cloud://e/p0');
  await settled();
  expect(sent).toEqual([]);
});

test('the rest is sent in order, each that arrives is told, one that fails keeps no other back', async () => {
  const tell = jest.fn();
  const ports: SendingPorts = {
    isThere: () => true,
    send: async (_folder, { key }) => (key === 'p2' ? undefined : `cloud://e/${key}`),
  };
  const files = [{ ...photo('p0'), fileId: 'cloud://e/old' }, photo('p1')];
  expect(await sendRest('f', files, tell, ports)).toEqual(['cloud://e/old', 'cloud://e/p1']);
  expect(tell.mock.calls).toEqual([[{ ...photo('p1'), fileId: 'cloud://e/p1' }]]);
  expect(await sendRest('f', [photo('p2'), photo('p3')], tell, ports)).toBeUndefined();
  expect(tell).toHaveBeenLastCalledWith({ ...photo('p3'), fileId: 'cloud://e/p3' });
});
