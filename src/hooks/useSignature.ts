import { useCallback, useEffect, useRef, useState } from 'react';
import { openPad, type Pad } from '../services/signing';

export interface SignatureHook {
  readonly id: string;
  readonly isEmpty: boolean;
  begin(x: number, y: number): void;
  line(x: number, y: number): void;
  clear(): void;
  /** A temporary file of what was signed; undefined where nothing was, or it could not be made. */
  picture(): Promise<string | undefined>;
}

/** Milliseconds until a canvas that was not drawn yet is looked for again. */
const pause = 100;

/** What is signed on the canvas of this id; strokes go straight to the canvas, the page is not drawn anew for them. */
export function useSignature(id: string): SignatureHook {
  const pad = useRef<Pad>();
  const [isEmpty, setEmpty] = useState(true);
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      while (!isOver && !pad.current) {
        pad.current = await openPad(id);
        if (!pad.current) await new Promise((resolve) => setTimeout(resolve, pause));
      }
    };
    void look();
    return () => {
      isOver = true;
    };
  }, [id]);
  const begin = useCallback((x: number, y: number) => {
    if (!pad.current) return;
    pad.current.begin(x, y);
    setEmpty(false);
  }, []);
  const line = useCallback((x: number, y: number) => pad.current?.line(x, y), []);
  const clear = useCallback(() => {
    pad.current?.clear();
    setEmpty(true);
  }, []);
  const picture = useCallback(async () => (isEmpty ? undefined : await pad.current?.picture()), [isEmpty]);
  return { id, isEmpty, begin, line, clear, picture };
}
