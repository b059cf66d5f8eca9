import { CanvasNode } from '../../builtins/canvas/canvasNode';
import { exportPicture } from '../../builtins/canvas/export';
import { ApiRefusal, asynchronous } from '../convention';

/** Where pictures that the phone makes are kept; gives their temporary path. */
export interface TemporaryFiles {
  add(content: Blob): string;
}

interface OffscreenOptions {
  readonly type?: string;
  readonly width?: number;
  readonly height?: number;
}

export function canvasApi(files: TemporaryFiles) {
  return {
    // Older code passes width and height by themselves. [doc]
    createOffscreenCanvas: (first: OffscreenOptions | number = {}, second = 150) => {
      const options = typeof first === 'number' ? { width: first, height: second } : first;
      const canvas = document.createElement('canvas');
      canvas.width = options.width ?? 300;
      canvas.height = options.height ?? 150;
      return new CanvasNode(canvas);
    },
    canvasToTempFilePath: asynchronous('canvasToTempFilePath', async (options) => {
      if (options.canvasId)
        throw new ApiRefusal('the old canvas (canvasId) is not supported by the simulator');
      const picture = await exportPicture(options);
      if (!picture) throw new ApiRefusal('fail canvas is empty');
      return { tempFilePath: files.add(picture) };
    }),
  };
}
