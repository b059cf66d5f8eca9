import { isFilm, sampleFilm } from './films';

/** A picture in the phone's album. */
const samples: readonly { readonly name: string; readonly draw: (pen: CanvasRenderingContext2D) => void }[] =
  [
    { name: '楼道', draw: drawCorridor },
    { name: '水表', draw: drawMeter },
    { name: '小区', draw: drawEstate },
  ];
/** A modest camera's picture, in pixels. */
const width = 1200;
const height = 1600;

/** The phone's album: three sample pictures, drawn when first needed, a sample film, and whatever was put in. Newest first. */
class Album {
  private readonly added: Blob[] = [];
  private drawn: Promise<Blob[]> | undefined;

  add(content: Blob): void {
    this.added.unshift(content);
  }

  async pictures(): Promise<Blob[]> {
    this.drawn ??= Promise.all(samples.map(({ draw }) => draws(draw)));
    return [...this.added.filter((one) => !isFilm(one)), ...(await this.drawn)];
  }

  films(): Blob[] {
    return [...this.added.filter(isFilm), sampleFilm()];
  }

  /** What the camera takes now: the picture put in last, or the first sample. */
  async shot(): Promise<Blob> {
    return (await this.pictures())[0]!;
  }

  get addedCount(): number {
    return this.added.length;
  }
}

export const album = new Album();

function draws(draw: (pen: CanvasRenderingContext2D) => void): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d')!;
  draw(pen);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/jpeg', 0.92));
}

function drawCorridor(pen: CanvasRenderingContext2D): void {
  fill(pen, '#d9d3c7', [0, 0, width, height]);
  polygon(pen, '#b8b0a1', [0, 1600, 420, 980, 780, 980, 1200, 1600]);
  polygon(pen, '#c8c0b1', [0, 0, 420, 420, 420, 980, 0, 1600]);
  polygon(pen, '#cfc7b8', [1200, 0, 780, 420, 780, 980, 1200, 1600]);
  polygon(pen, '#efebe2', [0, 0, 1200, 0, 780, 420, 420, 420]);
  fill(pen, '#8d8577', [500, 560, 200, 420]);
  fill(pen, '#fffbe8', [470, 150, 260, 60]);
  fill(pen, '#9aa49a', [90, 620, 130, 560]);
  disc(pen, '#54615a', [195, 910, 12]);
}

function drawMeter(pen: CanvasRenderingContext2D): void {
  fill(pen, '#7f8a92', [0, 0, width, height]);
  fill(pen, '#5c666e', [0, 740, width, 130]);
  disc(pen, '#23415e', [600, 800, 440]);
  disc(pen, '#f4f5f2', [600, 800, 380]);
  fill(pen, '#20262b', [340, 640, 520, 120]);
  pen.fillStyle = '#f4f5f2';
  pen.font = '96px monospace';
  pen.fillText('00327', 380, 735);
  pen.fillStyle = '#c0392b';
  pen.fillText('46', 730, 735);
  for (const [x, y] of [
    [460, 950],
    [600, 1010],
    [740, 950],
  ] as const)
    disc(pen, '#c0392b', [x, y, 26]);
}

function drawEstate(pen: CanvasRenderingContext2D): void {
  fill(pen, '#bcd7ea', [0, 0, width, 1050]);
  fill(pen, '#7fa068', [0, 1050, width, 550]);
  for (const [x, top, color] of [
    [90, 330, '#e6ddcf'],
    [450, 180, '#ded3c2'],
    [830, 420, '#e9e2d6'],
  ] as const) {
    fill(pen, color, [x, top, 290, 1090 - top]);
    for (let row = 0; row * 110 + top + 40 < 1000; row += 1)
      for (const column of [0, 1, 2])
        fill(pen, '#7e97a8', [x + 35 + column * 80, top + 40 + row * 110, 55, 65]);
  }
  polygon(pen, '#b9b2a4', [480, 1600, 560, 1060, 640, 1060, 760, 1600]);
  for (const x of [200, 400, 900, 1080]) disc(pen, '#55803f', [x, 1130, 90]);
}

type Rectangle = readonly [x: number, y: number, width: number, height: number];

function fill(pen: CanvasRenderingContext2D, color: string, [x, y, across, down]: Rectangle): void {
  pen.fillStyle = color;
  pen.fillRect(x, y, across, down);
}

function disc(
  pen: CanvasRenderingContext2D,
  color: string,
  [x, y, radius]: readonly [number, number, number],
): void {
  pen.fillStyle = color;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

function polygon(pen: CanvasRenderingContext2D, color: string, points: readonly number[]): void {
  pen.fillStyle = color;
  pen.beginPath();
  for (let at = 0; at < points.length; at += 2) pen.lineTo(points[at]!, points[at + 1]!);
  pen.fill();
}
