import { fromBase64, toBase64 } from '../system/localFiles';
import type { Wx } from './convention';

/** Bytes as Base64 text and back. */
export function encodingApi() {
  return {
    arrayBufferToBase64: ((buffer) => toBase64(new Uint8Array(buffer))) satisfies Wx['arrayBufferToBase64'],
    base64ToArrayBuffer: ((text) => fromBase64(text).buffer) satisfies Wx['base64ToArrayBuffer'],
  };
}
