import { type PhoneWithCloud, startPhoneWithCloud } from '../../testing/phoneWithCloud';

jest.setTimeout(120_000);

let device: PhoneWithCloud;

beforeAll(async () => {
  device = await startPhoneWithCloud();
});

beforeEach(() => device.home());

afterAll(() => device.stop());

const choose = async (...places: number[]) => {
  await device.control.answerNext('chooseMedia', places);
  const { tempFiles } = (await device.outcome('wx.chooseMedia({ count: 9 })')) as {
    tempFiles: { tempFilePath: string; size: number }[];
  };
  return tempFiles;
};

test('pictures are chosen by tapping, no more than asked for, in the order of the taps', async () => {
  const chosen = device.outcome(`wx.chooseMedia({ count: 2, mediaType: ['image'], sizeType: ['original'] })`);
  const tile = (place: number) => device.phone.page.click(`.album-tile:not(.is-camera) >> nth=${place}`);
  await tile(2);
  await tile(0);
  await tile(1);
  await device.phone.page.click('text=完成(2)');
  expect(await chosen).toMatchObject({
    type: 'image',
    tempFiles: [
      {
        fileType: 'image',
        width: 1200,
        height: 1600,
        tempFilePath: expect.stringMatching(/^http:\/\/tmp\//),
      },
      { width: 1200, height: 1600 },
    ],
  });
});

test('"compressed" is what is handed over when both sizes are allowed', async () => {
  await device.control.answerNext('chooseImage', 'camera');
  const { tempFiles } = (await device.outcome('wx.chooseImage()')) as { tempFiles: { path: string }[] };
  expect(await device.outcome(`wx.getImageInfo({ src: '${tempFiles[0]!.path}' })`)).toMatchObject({
    width: 960,
    height: 1280,
    type: 'jpeg',
    orientation: 'up',
  });
});

test('who goes back has cancelled', async () => {
  const chosen = device.outcome('wx.chooseMedia({ count: 1 })');
  await device.phone.page.click('.system-back');
  expect(await chosen).toEqual({ errMsg: 'chooseMedia:fail cancel' });
});

test('a film is a stand-in with a cover; it is not chosen together with pictures', async () => {
  const film = {
    fileType: 'video',
    width: 720,
    height: 1280,
    duration: 3,
    tempFilePath: expect.stringMatching(/\.mp4$/),
    thumbTempFilePath: expect.stringMatching(/\.jpg$/),
  };
  const chosen = device.outcome('wx.chooseMedia({ count: 9 })');
  const tiles = device.phone.page.locator('.album-tile:not(.is-camera)');
  await device.phone.page.click('.album-film');
  await tiles.nth(0).click();
  await device.phone.page.click('text=完成(1)');
  expect(await chosen).toMatchObject({ type: 'video', tempFiles: [film] });
  await device.control.answerNext('chooseMedia', 'record');
  expect(await device.outcome(`wx.chooseMedia({ mediaType: ['video'] })`)).toMatchObject({
    tempFiles: [film],
  });
  const pictureAndFilm = [0, 3];
  await device.control.answerNext('chooseMedia', pictureAndFilm);
  expect(await device.outcome(`wx.chooseMedia({ mediaType: ['mix'] })`)).toMatchObject({
    type: 'mix',
    tempFiles: [{ fileType: 'image' }, film],
  });
  await device.control.answerNext('chooseMedia', pictureAndFilm);
  expect(JSON.stringify(await device.outcome('wx.chooseMedia()'))).toContain('places in the album');
});

test('a film is kept in the album and looked at by its cover', async () => {
  await device.control.setPermission('scope.writePhotosAlbum', true);
  await device.control.answerNext('chooseVideo', [0]);
  const { tempFilePath } = (await device.outcome('wx.chooseVideo({})')) as { tempFilePath: string };
  expect(await device.outcome(`wx.saveVideoToPhotosAlbum({ filePath: '${tempFilePath}' })`)).toEqual({
    errMsg: 'saveVideoToPhotosAlbum:ok',
  });
  expect(await device.outcome(`wx.saveVideoToPhotosAlbum({ filePath: '/images/seal.png' })`)).toMatchObject({
    errMsg: 'saveVideoToPhotosAlbum:fail invalid video',
  });
  await device.outcome(`wx.previewMedia({ sources: [{ url: '${tempFilePath}', type: 'video' }] })`);
  await device.phone.page.waitForSelector('.viewer-picture[src^="blob:"]');
  expect(await device.phone.page.isVisible('.viewer-film')).toBe(true);
  await device.phone.page.click('.viewer-picture');
});

test('more than was asked for is no answer', async () => {
  await device.control.answerNext('chooseMedia', [0, 1]);
  const refused = (await device.outcome('wx.chooseMedia({ count: 1 })')) as { errMsg: string };
  expect(refused.errMsg).toContain('up to 1 of');
});

test('a picture is made smaller', async () => {
  const [picture] = await choose(1);
  const { tempFilePath } = (await device.outcome(
    `wx.compressImage({ src: '${picture!.tempFilePath}', quality: 40, compressedWidth: 300 })`,
  )) as { tempFilePath: string };
  expect(await device.outcome(`wx.getImageInfo({ src: '${tempFilePath}' })`)).toMatchObject({
    width: 300,
    height: 400,
  });
  const small = (await device.outcome(
    `new Promise((success, fail) => wx.getFileSystemManager().getFileInfo({ filePath: '${tempFilePath}', success, fail }))`,
  )) as { size: number };
  expect(small.size).toBeLessThan(picture!.size);
});

test('pictures are looked at over the whole screen', async () => {
  const [picture] = await choose(0);
  const urls = JSON.stringify([picture!.tempFilePath, '/images/seal.png']);
  expect(await device.outcome(`wx.previewImage({ urls: ${urls}, current: '/images/seal.png' })`)).toEqual({
    errMsg: 'previewImage:ok',
  });
  expect(await device.phone.page.textContent('.viewer-count')).toBe('2 / 2');
  await device.phone.page.click('.viewer-turn.is-right');
  expect(await device.phone.page.textContent('.viewer-count')).toBe('1 / 2');
  await device.phone.page.click('.viewer-picture');
  expect(await device.phone.page.$('.viewer-picture')).toBeNull();
});

test('a picture goes into the album when the user allows it, and is the newest there', async () => {
  await device.control.setPermission('scope.writePhotosAlbum', false);
  const save = `wx.saveImageToPhotosAlbum({ filePath: '/images/seal.png' })`;
  expect(await device.outcome(save)).toMatchObject({ errMsg: 'saveImageToPhotosAlbum:fail auth deny' });
  await device.control.setPermission('scope.writePhotosAlbum', true);
  expect(await device.outcome(save)).toEqual({ errMsg: 'saveImageToPhotosAlbum:ok' });
  const [newest] = await choose(0);
  expect(newest).toMatchObject({ width: 4, height: 2 });
});

test('a picture that is none and one that is nowhere are refused', async () => {
  const text = await device.control.addFile(Buffer.from('no picture'), 'text/plain');
  expect(await device.outcome(`wx.getImageInfo({ src: '${text}' })`)).toEqual({
    errMsg: 'getImageInfo:fail image decode fail',
  });
  expect(await device.outcome(`wx.compressImage({ src: 'http://tmp/none.jpg' })`)).toEqual({
    errMsg: 'compressImage:fail no such file or directory, open http://tmp/none.jpg',
  });
});
