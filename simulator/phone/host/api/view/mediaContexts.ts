import type { AudioElement } from '../../builtins/media/audioElement';
import { cameraOnScreen } from '../../builtins/media/cameraElement';
import type { LivePlayerElement } from '../../builtins/media/livePlayerElement';
import type { VideoElement } from '../../builtins/media/videoElement';
import { ApiRefusal } from '../convention';
import type { TemporaryFiles } from './canvas';
import { contextMethod, contextOf } from './contexts';

type MethodOptions<C, N extends keyof C> = C[N] extends (options: infer O, ...rest: never[]) => unknown
  ? NonNullable<O>
  : never;
type Video = WechatMiniprogram.VideoContext;
type LivePlayer = WechatMiniprogram.LivePlayerContext;
type Camera = WechatMiniprogram.CameraContext;

export function videoContext(find: () => VideoElement) {
  return contextOf('VideoContext', {
    play: () => find().playback.play(),
    pause: () => find().playback.pause(),
    stop: () => find().playback.stop(),
    seek: (position: number) => find().playback.seek(position),
    playbackRate: (rate: number) => {
      find().playback.rate = rate;
    },
    requestFullScreen: () => find().setFullScreen(true),
    exitFullScreen: () => find().setFullScreen(false),
    showStatusBar: () => undefined,
    hideStatusBar: () => undefined,
  } satisfies Partial<Video>);
}

export function audioContext(find: () => AudioElement) {
  return contextOf('AudioContext', {
    play: () => find().playback.play(),
    pause: () => find().playback.pause(),
    seek: (position: number) => find().playback.seek(position),
    setSrc: (source: string) => find().setSource(source),
  } satisfies Partial<WechatMiniprogram.AudioContext>);
}

export function livePlayerContext(find: () => LivePlayerElement) {
  return contextOf('LivePlayerContext', {
    play: contextMethod('play', () => find().play()),
    stop: contextMethod('stop', () => find().stop()),
    pause: contextMethod('pause', () => find().stop()),
    resume: contextMethod('resume', () => find().play()),
    mute: contextMethod('mute', () => find().mute()),
    requestFullScreen: contextMethod<MethodOptions<LivePlayer, 'requestFullScreen'>>(
      'requestFullScreen',
      () => find().setFullScreen(true),
    ),
    exitFullScreen: contextMethod('exitFullScreen', () => find().setFullScreen(false)),
  } satisfies Partial<LivePlayer>);
}

/** The one camera of the page on the screen. */
export function cameraContext(files: TemporaryFiles) {
  const find = () => {
    const camera = cameraOnScreen();
    if (!camera) throw new ApiRefusal('no camera is on the page');
    return camera;
  };
  return contextOf('CameraContext', {
    takePhoto: contextMethod<MethodOptions<Camera, 'takePhoto'>>(
      'takePhoto',
      async ({ quality = 'normal' }) => {
        const camera = find();
        return { tempImagePath: files.add(await camera.photo(quality)), ...camera.pictureSize };
      },
    ),
    setZoom: contextMethod<MethodOptions<Camera, 'setZoom'>>('setZoom', ({ zoom }) => {
      find();
      return { zoom };
    }),
  } satisfies Partial<Camera>);
}
