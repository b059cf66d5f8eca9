import { type PhoneWithCloud, startPhoneWithCloud } from '../../testing/phoneWithCloud';

jest.setTimeout(120_000);

let device: PhoneWithCloud;

beforeAll(async () => {
  device = await startPhoneWithCloud();
});

beforeEach(() => device.home());

afterAll(() => device.stop());

const record = (options: object, milliseconds = 120) =>
  device.outcome(`new Promise((resolve) => {
    const recorder = wx.getRecorderManager();
    recorder.onError(resolve);
    recorder.onStop(resolve);
    recorder.onStart(() => setTimeout(() => recorder.stop(), ${milliseconds}));
    recorder.start(${JSON.stringify(options)});
  })`);

const voice = { format: 'mp3', sampleRate: 16000, encodeBitRate: 48000, numberOfChannels: 1 };

test('recording asks for the microphone, shows a light, and gives a file', async () => {
  const recorded = record(voice, 300);
  await device.phone.page.click('text=允许');
  await device.phone.page.waitForSelector('.recording-light');
  const { tempFilePath, duration, fileSize } = (await recorded) as {
    tempFilePath: string;
    duration: number;
    fileSize: number;
  };
  expect(tempFilePath).toMatch(/\.mp3$/);
  expect(duration).toBeGreaterThanOrEqual(300);
  // 48 kbit/s are 6 bytes a millisecond; whole frames only.
  expect(Math.abs(fileSize - duration * 6)).toBeLessThan(250);
  expect(await device.phone.page.$('.recording-light')).toBeNull();
});

test('a recording ends by itself', async () => {
  await device.control.setPermission('scope.record', true);
  const { duration } = (await record({ ...voice, duration: 80 }, 5000)) as { duration: number };
  expect(duration).toBeLessThan(2000);
});

test('what is not allowed is told to onError', async () => {
  await device.control.setPermission('scope.record', false);
  expect(await record(voice)).toEqual({ errMsg: 'operateRecorder:fail auth deny' });
  expect(await record({ ...voice, encodeBitRate: 320_000 })).toEqual({
    errMsg: 'operateRecorder:fail encodeBitRate not support',
  });
  expect(await record({ ...voice, duration: 600_001 })).toMatchObject({
    errMsg: expect.stringContaining('between 0 and 600000'),
  });
});

test.each(['aac', 'mp3', 'wav'])('silence in %s is a file of that kind: it can be played', async (format) => {
  await device.control.setPermission('scope.record', true);
  const { tempFilePath } = (await record({ format }, 300)) as { tempFilePath: string };
  expect(tempFilePath).toMatch(new RegExp(`\\.${format}$`));
  const played = (await device.outcome(`new Promise((resolve) => {
    const audio = wx.createInnerAudioContext();
    audio.onError(resolve);
    audio.onEnded(() => resolve({ duration: audio.duration }));
    audio.src = '${tempFilePath}';
    audio.play();
  })`)) as { duration: number };
  expect(played.duration).toBeGreaterThan(0.2);
  expect(played.duration).toBeLessThan(2);
});

test('a sound is played by its link right after it is named', async () => {
  await device.control.setPermission('scope.record', true);
  const { tempFilePath } = (await record({ format: 'wav' }, 300)) as { tempFilePath: string };
  const played = (await device.outcome(`(async () => {
    wx.cloud.init({});
    const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'voice.wav', filePath: '${tempFilePath}' });
    const { fileList: [{ tempFileURL }] } = await wx.cloud.getTempFileURL({ fileList: [fileID] });
    return new Promise((resolve) => {
      const audio = wx.createInnerAudioContext();
      audio.onError(resolve);
      audio.onEnded(() => resolve({ duration: audio.duration }));
      audio.src = tempFileURL;
      audio.play();
    });
  })()`)) as { duration: number };
  expect(played).toEqual({ duration: expect.any(Number) });
});

test('a sound that was put in is what is recorded, and it plays', async () => {
  await device.control.setPermission('scope.record', true);
  const wav = Buffer.alloc(44 + 1600);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + 1600, 4);
  wav.write('WAVEfmt ', 8);
  for (const [value, at] of [
    [16, 16],
    [8000, 24],
    [16000, 28],
    [1600, 40],
  ] as const)
    wav.writeUInt32LE(value, at);
  for (const [value, at] of [
    [1, 20],
    [1, 22],
    [2, 32],
    [16, 34],
  ] as const)
    wav.writeUInt16LE(value, at);
  wav.write('data', 36);
  await device.control.setRecording(wav, 'audio/wav');
  const { tempFilePath, fileSize } = (await record(voice)) as { tempFilePath: string; fileSize: number };
  expect(fileSize).toBe(wav.length);
  expect(tempFilePath).toMatch(/\.wav$/);
  const played = await device.outcome(`new Promise((resolve) => {
    const audio = wx.createInnerAudioContext();
    audio.onError(resolve);
    audio.onEnded(() => resolve({ duration: audio.duration, paused: audio.paused }));
    audio.src = '${tempFilePath}';
    audio.play();
  })`);
  expect(played).toEqual({ duration: 0.1, paused: true });
});

test('a sound that is nowhere is an error', async () => {
  const failed = device.outcome(`new Promise((resolve) => {
    const audio = wx.createInnerAudioContext();
    audio.onError(resolve);
    audio.src = '/none.mp3';
  })`);
  expect(await failed).toMatchObject({ errCode: expect.any(Number) });
});
