import { fileLimits } from './fileLimits';
import { lookOfBuiltIn, lookOfFormat, type NumberLook } from './numberText';
import { UnreadableFile } from './problem';
import { readXml } from './xml';

/** What every sheet of a workbook refers to. */
export interface WorkbookParts {
  readonly texts: readonly string[];
  /** By the style's number. */
  readonly looks: readonly NumberLook[];
  readonly startsIn1904: boolean;
}

/** The texts that cells refer to by number. Reading aids (拼音) beside them are passed over. */
export function readSharedTexts(bytes: Buffer | undefined): readonly string[] {
  const texts: string[] = [];
  if (!bytes) return texts;
  let current: string[] | undefined;
  let isText = false;
  let isAid = false;
  readXml(bytes, {
    open: (name) => {
      if (name === 'si') current = [];
      else if (name === 'rPh') isAid = true;
      else if (name === 't') isText = !isAid;
    },
    text: (text) => {
      if (isText) current?.push(text);
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') isAid = false;
      else if (name === 'si') {
        if (texts.length >= fileLimits.sharedTexts) throw new UnreadableFile('unpacksTooLarge');
        texts.push(storedText((current ?? []).join('')));
        current = undefined;
      }
    },
  });
  return texts;
}

/** `_x000D_` stands for a sign that XML cannot hold (ECMA-376 22.9.2.19). */
export function storedText(text: string): string {
  const cut = text.slice(0, fileLimits.textLength);
  return cut.includes('_x')
    ? cut.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : cut;
}

/** How each style shows numbers, by the style's number. */
export function readStyles(bytes: Buffer | undefined): readonly NumberLook[] {
  const looks: NumberLook[] = [];
  if (!bytes) return looks;
  const own = new Map<number, NumberLook>();
  let isCellStyles = false;
  readXml(bytes, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') own.set(Number(numFmtId), lookOfFormat(formatCode ?? ''));
      else if (name === 'cellXfs') isCellStyles = true;
      else if (name === 'xf' && isCellStyles) {
        const id = Number(numFmtId ?? 0);
        looks.push(own.get(id) ?? lookOfBuiltIn(id));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyles = false;
    },
  });
  return looks;
}
