/** Bytes of sound files that hold silence: what a recorder without a microphone records. */

export interface SoundFormat {
  /** Samples in a second. */
  readonly sampleRate: number;
  /** Bits in a second, for mp3. */
  readonly encodeBitRate: number;
  readonly numberOfChannels: 1 | 2;
}

const mp3Rates: Readonly<Record<number, { version: number; index: number }>> = {
  44100: { version: 3, index: 0 },
  48000: { version: 3, index: 1 },
  32000: { version: 3, index: 2 },
  22050: { version: 2, index: 0 },
  24000: { version: 2, index: 1 },
  16000: { version: 2, index: 2 },
  11025: { version: 0, index: 0 },
  12000: { version: 0, index: 1 },
  8000: { version: 0, index: 2 },
};
const bitRates1 = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const bitRates2 = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

/** An MPEG layer III file of empty frames, so many milliseconds long. */
export function silentMp3(
  { sampleRate, encodeBitRate, numberOfChannels }: SoundFormat,
  milliseconds: number,
): Uint8Array<ArrayBuffer> {
  const rate = mp3Rates[sampleRate];
  if (!rate) throw new RangeError(`mp3 knows no sample rate of ${sampleRate}`);
  const isFirst = rate.version === 3;
  const known = isFirst ? bitRates1 : bitRates2;
  const index = nearest(known, encodeBitRate / 1000);
  const samples = isFirst ? 1152 : 576;
  const size = Math.floor(((samples / 8) * known[index]! * 1000) / sampleRate);
  const count = Math.max(1, Math.round((milliseconds * sampleRate) / 1000 / samples));
  const bytes = new Uint8Array(size * count);
  const header = [
    0xff,
    0xe3 | (rate.version << 3),
    ((index + 1) << 4) | (rate.index << 2),
    numberOfChannels === 1 ? 0xc0 : 0,
  ];
  for (let frame = 0; frame < count; frame += 1) bytes.set(header, frame * size);
  return bytes;
}

const aacRates = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000];
/** One frame of AAC-LC in which every line of the spectrum is zero, for one channel and for two. */
const aacSilence = {
  1: [0x00, 0xc8, 0x00, 0x80, 0x23, 0x80],
  2: [0x21, 0x00, 0x49, 0x90, 0x02, 0x19, 0x00, 0x23, 0x80],
} as const;
const aacSamples = 1024;

/** An AAC file with ADTS headers, of silent frames. Silence is coded in a few bytes: the bit rate does not make it larger. */
export function silentAac(
  { sampleRate, numberOfChannels }: Pick<SoundFormat, 'sampleRate' | 'numberOfChannels'>,
  milliseconds: number,
): Uint8Array<ArrayBuffer> {
  const rate = aacRates.indexOf(sampleRate);
  if (rate < 0) throw new RangeError(`AAC knows no sample rate of ${sampleRate}`);
  const silence = aacSilence[numberOfChannels];
  const size = 7 + silence.length;
  const count = Math.max(1, Math.round((milliseconds * sampleRate) / 1000 / aacSamples));
  // Sync word, MPEG-4 without checksum; profile LC, rate, channels; the frame's size; buffer fullness unknown.
  const header = [
    0xff,
    0xf1,
    0x40 | (rate << 2) | (numberOfChannels >> 2),
    ((numberOfChannels & 3) << 6) | (size >> 11),
    (size >> 3) & 0xff,
    ((size & 7) << 5) | 0x1f,
    0xfc,
  ];
  const bytes = new Uint8Array(size * count);
  for (let frame = 0; frame < count; frame += 1) {
    bytes.set(header, frame * size);
    bytes.set(silence, frame * size + header.length);
  }
  return bytes;
}

/** A WAV file of zeros, 16 bits a sample. */
export function silentWav(
  { sampleRate, numberOfChannels }: SoundFormat,
  milliseconds: number,
): Uint8Array<ArrayBuffer> {
  const data = silentPcm({ sampleRate, numberOfChannels }, milliseconds);
  const bytes = new Uint8Array(44 + data.length);
  const view = new DataView(bytes.buffer);
  const text = (at: number, word: string) => bytes.set(new TextEncoder().encode(word), at);
  text(0, 'RIFF');
  view.setUint32(4, 36 + data.length, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, numberOfChannels, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * numberOfChannels * 2, true);
  view.setUint16(32, numberOfChannels * 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, data.length, true);
  return bytes;
}

export function silentPcm(
  { sampleRate, numberOfChannels }: Pick<SoundFormat, 'sampleRate' | 'numberOfChannels'>,
  milliseconds: number,
): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Math.round((sampleRate * milliseconds) / 1000) * numberOfChannels * 2);
}

function nearest(list: readonly number[], wanted: number): number {
  let best = 0;
  for (const [index, value] of list.entries())
    if (Math.abs(value - wanted) < Math.abs(list[best]! - wanted)) best = index;
  return best;
}
