import { fileLimits } from './fileLimits';
import { UnreadableFile } from './problem';
import { readSheet } from './readSheet';
import { readSharedTexts, readStyles, type WorkbookParts } from './sharedParts';
import type { Sheet } from './sheet';
import { readXml } from './xml';
import { openZip, type Zip } from './zip';

/** The worksheets of an xlsx with their values, hidden ones and rows too. Throws `UnreadableFile`. */
export function readXlsx(bytes: Buffer): readonly Sheet[] {
  const zip = openZip(bytes);
  const { sheets, startsIn1904 } = readWorkbook(part(zip, 'xl/workbook.xml'));
  if (sheets.length > fileLimits.sheets) throw new UnreadableFile('tooManySheets');
  const targets = readTargets(part(zip, 'xl/_rels/workbook.xml.rels'));
  const shared: WorkbookParts = {
    texts: readSharedTexts(zip.read(targetOfType(targets, 'sharedStrings') ?? 'xl/sharedStrings.xml')),
    looks: readStyles(zip.read(targetOfType(targets, 'styles') ?? 'xl/styles.xml')),
    startsIn1904,
  };
  return sheets.flatMap(({ name, reference }) => {
    const target = targets.get(reference);
    // Charts and dialogs are sheets too, and hold no cells.
    if (target?.type !== 'worksheet') return [];
    return [{ name, rows: readSheet(part(zip, target.path), shared) }];
  });
}

function part(zip: Zip, name: string): Buffer {
  const found = zip.read(name);
  if (!found)
    throw new UnreadableFile(zip.names.includes('[Content_Types].xml') ? 'damaged' : 'notSpreadsheet');
  return found;
}

interface ListedSheet {
  readonly name: string;
  readonly reference: string;
}

function readWorkbook(bytes: Buffer): {
  readonly sheets: readonly ListedSheet[];
  readonly startsIn1904: boolean;
} {
  const sheets: ListedSheet[] = [];
  let startsIn1904 = false;
  readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'sheet') sheets.push({ name: attributes.name ?? '', reference: referenceOf(attributes) });
      if (name === 'workbookPr') startsIn1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
    },
  });
  return { sheets, startsIn1904 };
}

/** `r:id`, whatever the prefix is called. */
function referenceOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

interface Target {
  /** The last word of the relation's type: `worksheet`, `sharedStrings`, `styles`. */
  readonly type: string;
  readonly path: string;
}

function readTargets(bytes: Buffer): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  readXml(bytes, {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      // What lies outside of the file is never fetched.
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const path = Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`;
      targets.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), path });
    },
  });
  return targets;
}

function targetOfType(targets: ReadonlyMap<string, Target>, type: string): string | undefined {
  return [...targets.values()].find((target) => target.type === type)?.path;
}
