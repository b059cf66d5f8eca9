import { ApiRefusal } from '../api/convention';
import { emptyFilm } from './sampleFilm';

/** Sizes in pixels, length in seconds. */
export interface FilmInfo {
  readonly width: number;
  readonly height: number;
  readonly duration: number;
  /** What stands for it where it is not played. */
  readonly cover: Blob;
}

const sampleShape = { width: 720, height: 1280, duration: 3000 };

export function isFilm(content: Blob): boolean {
  return content.type.startsWith('video/');
}

const sample = new Blob([emptyFilm(sampleShape)], { type: 'video/mp4' });

/** The one film of the album and of the camera: a stand-in that holds no picture and says so on its cover. */
export function sampleFilm(): Blob {
  return sample;
}

/** What a film is like. Refuses what the browser cannot read. */
export async function filmInfo(content: Blob): Promise<FilmInfo> {
  if (content === sample) {
    const { width, height, duration } = sampleShape;
    const seconds = duration / 1000;
    return { width, height, duration: seconds, cover: await drawn(width, height, sampleCover) };
  }
  const url = URL.createObjectURL(content);
  try {
    const player = document.createElement('video');
    await new Promise((resolve, reject) => {
      player.addEventListener('loadeddata', resolve);
      player.addEventListener('error', () => reject(new ApiRefusal('video decode fail')));
      player.muted = true;
      player.src = url;
    });
    const { videoWidth: width, videoHeight: height, duration } = player;
    const cover = await drawn(width, height, (pen) => pen.drawImage(player, 0, 0));
    return { width, height, duration, cover };
  } finally {
    URL.revokeObjectURL(url);
  }
}

function drawn(
  width: number,
  height: number,
  draw: (pen: OffscreenCanvasRenderingContext2D) => void,
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  draw(canvas.getContext('2d')!);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}

function sampleCover(pen: OffscreenCanvasRenderingContext2D): void {
  const { width, height } = sampleShape;
  pen.fillStyle = '#3f4a54';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#ffffff';
  pen.textAlign = 'center';
  pen.font = '88px sans-serif';
  pen.fillText('样例视频', width / 2, height / 2);
  pen.font = '48px sans-serif';
  pen.fillText('没有画面', width / 2, height / 2 + 100);
}
