/** @jest-environment jsdom */
import { encodingApi } from './encoding';

test('bytes survive the way to Base64 and back', () => {
  const { arrayBufferToBase64, base64ToArrayBuffer } = encodingApi();
  const bytes = Uint8Array.from([0, 1, 127, 128, 255]);
  const text = arrayBufferToBase64(bytes.buffer);
  expect(text).toBe('AAF/gP8=');
  expect([...new Uint8Array(base64ToArrayBuffer(text))]).toEqual([...bytes]);
});
