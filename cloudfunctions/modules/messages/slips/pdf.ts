import type { Picture } from './picture';

/** A4 in points, as PDF counts: from the lower left corner. */
export const paper = { width: 595, height: 842 } as const;

export interface TextStyle {
  readonly size: number;
  readonly isBold?: boolean;
  readonly align?: 'left' | 'right' | 'centre';
}

/**
 * Sheets of text, lines and pictures as a PDF. Chinese is written with STSong-Light, which every reader has or replaces by its own
 * Song: nothing is embedded, so a sheet stays small. What the BMP does not hold is written as a box.
 */
export class Pdf {
  private readonly pages: string[][] = [];
  private readonly pictures: Picture[] = [];

  addPage(): void {
    this.pages.push([]);
  }

  text(x: number, y: number, text: string, { size, isBold = false, align = 'left' }: TextStyle): void {
    const width = widthOf(text, size);
    const from = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
    const weight = isBold ? `2 Tr ${number(size / 60)} w` : '0 Tr';
    this.draw(`BT ${weight} /F1 ${number(size)} Tf ${number(from)} ${number(y)} Td <${ucs2(text)}> Tj ET`);
  }

  line(from: Point, to: Point, { isDashed = false }: { readonly isDashed?: boolean } = {}): void {
    const dash = isDashed ? '[4 3] 0 d' : '[] 0 d';
    this.draw(`q 0.6 w 0.6 G ${dash} ${point(from)} m ${point(to)} l S Q`);
  }

  /** With its lower left corner there, as a square. */
  picture(picture: Picture, { x, y }: Point, side: number): void {
    this.pictures.push(picture);
    const size = number(side);
    this.draw(`q ${size} 0 0 ${size} ${number(x)} ${number(y)} cm /P${this.pictures.length} Do Q`);
  }

  bytes(): Buffer {
    return assemble(this.objects());
  }

  private draw(operators: string): void {
    const page = this.pages.at(-1);
    if (!page) throw new Error('no page to draw on');
    page.push(operators);
  }

  /** In the order of their numbers, beginning with 1: catalogue, pages, font ×3, pictures, then page and content by turns. */
  private objects(): readonly Buffer[] {
    const firstPage = 6 + this.pictures.length;
    const kids = this.pages.map((_page, index) => `${firstPage + index * 2} 0 R`).join(' ');
    const named = this.pictures.map((_picture, index) => `/P${index + 1} ${6 + index} 0 R`).join(' ');
    const resources = `<< /Font << /F1 3 0 R >> /XObject << ${named} >> >>`;
    const box = `[0 0 ${paper.width} ${paper.height}]`;
    return [
      Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
      Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${this.pages.length} >>`),
      ...font.map((each) => Buffer.from(each)),
      ...this.pictures.map(pictureObject),
      ...this.pages.flatMap((operators, index) => [
        Buffer.from(
          `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Resources ${resources} /Contents ${firstPage + index * 2 + 1} 0 R >>`,
        ),
        stream('', Buffer.from(operators.join('\n'))),
      ]),
    ];
  }
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Latin letters and digits are half as wide as Chinese ones: figures stand below each other. */
export function widthOf(text: string, size: number): number {
  const halves = [...text].reduce((sum, letter) => sum + (letter <= '~' ? 1 : 2), 0);
  return (halves * size) / 2;
}

/** The objects 3 to 5. */
const font: readonly string[] = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>',
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
];

function pictureObject({ width, height, filter, bytes }: Picture): Buffer {
  const size = `/Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8`;
  return stream(`/Type /XObject /Subtype /Image ${size} /Filter /${filter} `, bytes);
}

function stream(entries: string, bytes: Buffer): Buffer {
  const head = Buffer.from(`<< ${entries}/Length ${bytes.length} >>\nstream\n`);
  return Buffer.concat([head, bytes, Buffer.from('\nendstream')]);
}

function assemble(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  let length = parts[0]?.length ?? 0;
  const places = objects.map((object, index) => {
    const at = length;
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
    return at;
  });
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${rows}`;
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table + trailer)]);
}

function ucs2(text: string): string {
  const units = [...text].map((letter) => (letter.length === 1 ? letter : '\u25A1')).join('');
  return Buffer.from(units, 'utf16le').swap16().toString('hex');
}

function point({ x, y }: Point): string {
  return `${number(x)} ${number(y)}`;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
