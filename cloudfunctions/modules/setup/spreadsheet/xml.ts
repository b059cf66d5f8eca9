import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { UnreadableFile } from './problem';

type Attributes = Readonly<Record<string, string>>;

/** Hears one XML part from its beginning to its end; names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const pieceBytes = 64 * 1024;

/** Reads one part piece by piece. Throws `UnreadableFile('damaged')` on what is not well-formed and on any DOCTYPE. */
export function readXml(bytes: Buffer, { open, close, text }: XmlListener): void {
  const parser = new SaxesParser({ position: false });
  const refuse = () => {
    throw new UnreadableFile('damaged');
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  if (open) parser.on('opentag', ({ name, attributes }) => open(local(name), attributes as Attributes));
  if (close) parser.on('closetag', ({ name }) => close(local(name)));
  if (text) parser.on('text', text);
  if (text) parser.on('cdata', text);
  const decoder = new StringDecoder(isUtf16(bytes) ? 'utf16le' : 'utf8');
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    parser.write(decoder.write(bytes.subarray(at, at + pieceBytes)));
  }
  parser.write(decoder.end());
  parser.close();
}

function isUtf16(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
