import type { IncomingHttpHeaders } from 'node:http';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { CloudError } from '../core/errors';

/**
 * The fields of a multipart body, byte for byte. Every part is read as a file: the SDK sends protobuf in fields without a file
 * name, and decoding those as text destroys them.
 */
export function readMultipart(headers: IncomingHttpHeaders, body: Buffer): Promise<Map<string, Uint8Array>> {
  return new Promise((resolve, reject) => {
    const malformed = (error: unknown) =>
      reject(new CloudError('INVALID_PARAM', `malformed multipart body: ${String(error)}`));
    const parts = new Map<string, Uint8Array>();
    try {
      const busboy = new Busboy({ headers: headers as BusboyHeaders, isPartAFile: () => true });
      busboy.on('file', (name, stream) => {
        const chunks: Buffer[] = [];
        stream.on('error', malformed);
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => parts.set(name, Buffer.concat(chunks)));
      });
      busboy.on('error', malformed);
      busboy.on('finish', () => resolve(parts));
      busboy.end(body);
    } catch (error) {
      malformed(error);
    }
  });
}

/** The same fields as text, for those that are text. */
export function asText(parts: ReadonlyMap<string, Uint8Array>): Record<string, unknown> {
  const entries = [...parts].map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')] as const);
  return Object.fromEntries(entries);
}
