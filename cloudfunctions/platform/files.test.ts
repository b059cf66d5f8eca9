import { limits } from '../kernel/limits';
import { keepFile, linksTo, readFile, removeFiles } from './files';

const never = () => new Promise<never>(() => undefined);
jest.mock('./sdk', () => ({
  sdk: () => ({ uploadFile: never, downloadFile: never, getTempFileURL: never, deleteFile: never }),
}));

describe('a storage that never answers', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test.each([
    ['reading', () => readFile('cloud://e/a')],
    ['keeping', () => keepFile('checked/a', new Uint8Array(1))],
    ['linking', () => linksTo(['cloud://e/a'])],
    ['removing', () => removeFiles(['cloud://e/a'])],
  ])('fails %s after its time, long before the tick is killed', async (_name, call) => {
    const failed = expect(call()).rejects.toThrow('has not answered');
    await jest.advanceTimersByTimeAsync(limits.fileAnswered);
    await failed;
    expect(limits.tickRun + limits.fileAnswered).toBeLessThan(limits.tickLease);
  });
});
