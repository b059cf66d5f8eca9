import type { CloudContext } from '../core/context';

/** [measured] `5f325159-44411d21-1eb8b6c3`: seconds in hex, then chance. WeChat ends every `errmsg` with one. */
export function requestMark({ clock, random }: CloudContext): string {
  const stream = random.stream('openapi');
  const seconds = Math.floor(clock.now() / 1000).toString(16);
  return `${seconds}-${stream.hex(8)}-${stream.hex(8)}`;
}
