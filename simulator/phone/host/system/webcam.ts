import { h } from './layer';

/** Milliseconds between two looks at the picture. */
const pause = 200;

/**
 * Shows in `place` what the computer's camera sees, and asks `look` about each picture until it says that it is done. Returns the
 * way to switch the camera off. Rejects when there is no camera or the browser is not allowed to use it.
 */
export async function watchWithCamera(
  place: HTMLElement,
  look: (picture: HTMLVideoElement) => boolean,
): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const video = h('video', 'scan-picture');
  video.muted = true;
  video.srcObject = stream;
  place.prepend(video);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    video.remove();
  };
  const again = () => {
    if (video.videoWidth > 0 && look(video)) stop();
    else timer = setTimeout(again, pause);
  };
  await video.play();
  again();
  return stop;
}
