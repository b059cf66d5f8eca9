import { silentAac, silentMp3, silentPcm, silentWav } from './sounds';

const voice = { sampleRate: 16000, encodeBitRate: 48000, numberOfChannels: 1 } as const;

test('an mp3 of a minute has the size its bit rate asks for and a frame header at every frame', () => {
  const bytes = silentMp3(voice, 60_000);
  expect(bytes.length).toBeGreaterThan(355_000);
  expect(bytes.length).toBeLessThan(365_000);
  // 576 samples at 16 kHz and 48 kbit/s: 216 bytes.
  for (const at of [0, 216, 432]) expect([...bytes.subarray(at, at + 2)]).toEqual([0xff, 0xf3]);
});

test('a sample rate mp3 does not know is refused', () => {
  expect(() => silentMp3({ ...voice, sampleRate: 7000 }, 10)).toThrow('7000');
});

test('an aac of a second is a chain of frames, each with its own size in its header', () => {
  const bytes = silentAac({ ...voice, sampleRate: 44100, numberOfChannels: 2 }, 1000);
  const sizes: number[] = [];
  for (let at = 0; at < bytes.length; at += sizes.at(-1)!) {
    const [sync, mark, , third = 0, fourth = 0, fifth = 0] = bytes.subarray(at, at + 7);
    expect([sync, mark]).toEqual([0xff, 0xf1]);
    sizes.push(((third & 3) << 11) | (fourth << 3) | (fifth >> 5));
  }
  expect(sizes.length).toBe(43);
  expect(() => silentAac({ ...voice, sampleRate: 7000 }, 10)).toThrow('7000');
});

test('a wav says how long it is', () => {
  const bytes = silentWav(voice, 500);
  expect(bytes.length).toBe(44 + 16000);
  expect(new DataView(bytes.buffer).getUint32(40, true)).toBe(16000);
  expect(silentPcm(voice, 500)).toHaveLength(16000);
});
