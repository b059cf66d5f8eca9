import { component } from 'glass-easel-miniprogram-adapter';
import { connectMaps, MapElement } from '../../builtins/map/mapElement';
import type { Place } from '../../builtins/map/mercator';
import { AudioElement } from '../../builtins/media/audioElement';
import { LivePlayerElement } from '../../builtins/media/livePlayerElement';
import { VideoElement } from '../../builtins/media/videoElement';
import { connectPageLook } from '../../builtins/pageLook/pageMeta';
import { drawnRoot } from '../../events/find';
import type { PageStack } from '../../pages/stack';
import type { Shell } from '../../shell/shell';
import { ApiRefusal } from '../convention';
import { connectContexts } from '../selectorQuery';
import { giveComponentsAnimate } from './animate';
import { createAnimation } from './animation';
import { canvasApi, type TemporaryFiles } from './canvas';
import { builtinFinder, type Caller } from './contexts';
import { IntersectionWatcher } from './intersectionObserver';
import { keyboardApi } from './keyboard';
import { mapContext } from './mapContext';
import { audioContext, cameraContext, livePlayerContext, videoContext } from './mediaContexts';
import { MediaQueryObserver } from './mediaQuery';

export interface ViewDeps {
  readonly stack: PageStack;
  readonly shell: Shell;
  readonly files: TemporaryFiles;
  /** Where the phone is, once the person agrees: for maps that show it. */
  readonly locate: () => Promise<Place>;
}

type IntersectionOptions = WechatMiniprogram.CreateIntersectionObserverOption;

/** What pages and components ask of the built-ins they have drawn: contexts, canvases, animations, observers. */
export function viewApi({ stack, shell, files, locate }: ViewDeps) {
  connectMaps(locate);
  connectPageLook((path, look) => {
    const page = stack.all().find((one) => one.path === path);
    if (!page) return;
    shell.changeLook(page, look);
    stack.presentTop();
  });
  giveComponentsObservers();
  giveComponentsAnimate();
  connectContexts((node) => contextOfNode(node, locate));
  const top = () => {
    const page = stack.top();
    if (!page) throw new ApiRefusal('no page is open');
    return page.instance as unknown as Caller;
  };
  return {
    createAnimation,
    createMapContext: (id: string, scope?: unknown) =>
      mapContext(builtinFinder(stack, MapElement, id, scope), locate),
    createVideoContext: (id: string, scope?: unknown) =>
      videoContext(builtinFinder(stack, VideoElement, id, scope)),
    createAudioContext: (id: string, scope?: unknown) =>
      audioContext(builtinFinder(stack, AudioElement, id, scope)),
    createLivePlayerContext: (id: string, scope?: unknown) =>
      livePlayerContext(builtinFinder(stack, LivePlayerElement, id, scope)),
    createCameraContext: () => cameraContext(files),
    createIntersectionObserver: (scope?: Caller, options?: IntersectionOptions) =>
      new IntersectionWatcher(scope ?? top(), options),
    createMediaQueryObserver: (scope?: Caller) => new MediaQueryObserver(() => frameOf(scope ?? top())),
    ...canvasApi(files),
    ...keyboardApi(),
  };
}

/** The context a selector query gives for a built-in it found. */
function contextOfNode(node: Element, locate: () => Promise<Place>): object | undefined {
  if (node instanceof MapElement) return mapContext(() => node, locate);
  if (node instanceof VideoElement) return videoContext(() => node);
  if (node instanceof LivePlayerElement) return livePlayerContext(() => node);
  return undefined;
}

function frameOf({ _$ }: Caller): Element {
  const root = drawnRoot(_$);
  return root.closest('.page-frame') ?? document.body;
}

/** `this.createIntersectionObserver()` and `this.createMediaQueryObserver()` of pages and components. */
function giveComponentsObservers(): void {
  Object.assign(component.ComponentCaller.prototype, {
    createIntersectionObserver(this: Caller, options?: IntersectionOptions) {
      return new IntersectionWatcher(this, options);
    },
    createMediaQueryObserver(this: Caller) {
      return new MediaQueryObserver(() => frameOf(this));
    },
  });
}
