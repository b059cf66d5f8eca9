import { album } from '../../system/album';
import { DrawnElement } from '../shadow';
import { drawScene } from './cameraScene';

/** What a camera in mode `scanCode` reads. */
export interface Scan {
  readonly result: string;
  readonly type: string;
  readonly charSet: string;
}

const style = `
:host { display: block; position: relative; width: 100%; height: 300px; overflow: hidden; background: #222; }
canvas { width: 100%; height: 100%; object-fit: cover; display: block; }
.finder { position: absolute; inset: 0; margin: auto; height: min(200px, 70%); aspect-ratio: 1; box-sizing: border-box; border: 2px solid rgb(255 255 255 / 90%); border-radius: 8px; box-shadow: 0 0 0 999px rgb(0 0 0 / 25%); }
.finder::after { content: ""; position: absolute; left: 8%; right: 8%; top: 50%; height: 2px; background: #07c160; }
.finder[hidden] { display: none; }
.note { position: absolute; left: 10px; top: 8px; padding: 2px 6px; border-radius: 3px; background: rgb(0 0 0 / 50%); color: #fff; font-size: 11px; line-height: 16px; }
.over { position: absolute; inset: 0; pointer-events: none; }
::slotted(*) { pointer-events: auto; }`;

/** The picture's size at `resolution` low, medium and high; the short side in pixels. [guess] */
const shortSides: Readonly<Record<string, number>> = { low: 480, medium: 720, high: 1080 };
const maxZoom = 8;

/** Cameras that are drawn. WeChat allows one on a page. [doc] */
const live = new Set<CameraElement>();
let allowed: () => Promise<void> = async () => undefined;

/** Tells cameras how a person is asked for the use of the phone's camera; a refusal is thrown. */
export function connectCameras(ask: () => Promise<void>): void {
  allowed = ask;
}

/** The camera on the screen, for `wx.createCameraContext`. */
export function cameraOnScreen(): CameraElement | undefined {
  return [...live].find((camera) => !camera.closest('.page-frame')?.hasAttribute('hidden'));
}

/** Shows a code to the camera on the screen; says whether one is there that reads codes. */
export function showCode(scan: Scan): boolean {
  const camera = cameraOnScreen();
  if (!camera?.isReading) return false;
  camera.emit('scancode', scan);
  return true;
}

/** `<camera>`: sees a stand-in scene, or the picture that was put into the album last. */
export class CameraElement extends DrawnElement {
  private readonly canvas: HTMLCanvasElement;
  /** The person was asked; the person agreed. */
  private isAsked = false;
  private isOn = false;

  constructor() {
    super(
      style,
      '<canvas></canvas><div class="finder" hidden></div><div class="note">相机替身</div><div class="over"><slot></slot></div>',
    );
    this.canvas = this.piece<HTMLElement>('canvas') as HTMLCanvasElement;
  }

  get isReading(): boolean {
    return this.text('mode', 'normal') === 'scanCode';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    live.add(this);
  }

  disconnectedCallback(): void {
    live.delete(this);
  }

  /** What the camera sees now. */
  async photo(quality: string): Promise<Blob> {
    await this.look();
    const weight = { high: 0.95, normal: 0.85, low: 0.6 }[quality] ?? 0.85;
    return new Promise((resolve, reject) =>
      this.canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('the picture is empty'))),
        'image/jpeg',
        weight,
      ),
    );
  }

  get pictureSize() {
    return { width: this.canvas.width, height: this.canvas.height };
  }

  /** Draws what lies before the camera. */
  private async look(): Promise<void> {
    const device = this.text('device-position', 'back') === 'front' ? 'front' : 'back';
    const short = shortSides[this.text('resolution', 'medium')] ?? 720;
    const held = album.addedCount > 0 ? await createImageBitmap(await album.shot()) : undefined;
    this.canvas.width = short;
    this.canvas.height = Math.round((short * 4) / 3);
    if (!held) return drawScene(this.canvas, device);
    const ratio = Math.max(this.canvas.width / held.width, this.canvas.height / held.height);
    const [width, height] = [held.width * ratio, held.height * ratio];
    const paint = this.canvas.getContext('2d');
    paint?.drawImage(held, (this.canvas.width - width) / 2, (this.canvas.height - height) / 2, width, height);
    held.close();
  }

  protected override update(): void {
    this.piece('.finder').hidden = !this.isReading;
    if (this.isOn) void this.look();
    if (this.isAsked || !this.__wxElement) return;
    this.isAsked = true;
    void this.begin();
  }

  private async begin(): Promise<void> {
    try {
      await allowed();
    } catch (error) {
      // [measured: the words of binderror, as reported by many]
      const errMsg = `insertCamera:fail ${error instanceof Error ? error.message : String(error)}`;
      return this.emit('error', { errMsg });
    }
    this.isOn = true;
    await this.look();
    return this.emit('initdone', { maxZoom });
  }
}
