import { useCallback, useEffect, useRef, useState } from 'react';
import { openPad, type Pad } from '../services/signing';
import { EarlyStrokes } from './earlyStrokes';

export interface SignatureHook {
  readonly id: string;
  readonly isEmpty: boolean;
  /** Which drawing this is: another number after each stroke and each clearing. */
  readonly drawing: number;
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
  const early = useRef(new EarlyStrokes());
  const [{ isEmpty, drawing }, setState] = useState({ isEmpty: true, drawing: 0 });
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      while (!isOver && !pad.current) {
        pad.current = await openPad(id);
        if (pad.current) early.current.drawOn(pad.current);
        else await new Promise((resolve) => setTimeout(resolve, pause));
      }
    };
    void look();
    return () => {
      isOver = true;
    };
  }, [id]);
  const target = useCallback(() => pad.current ?? early.current, []);
  const begin = useCallback(
    (x: number, y: number) => {
      target().begin(x, y);
      setState((now) => ({ isEmpty: false, drawing: now.drawing + 1 }));
    },
    [target],
  );
  const line = useCallback((x: number, y: number) => target().line(x, y), [target]);
  const clear = useCallback(() => {
    target().clear();
    setState((now) => ({ isEmpty: true, drawing: now.drawing + 1 }));
  }, [target]);
  const picture = useCallback(async () => (isEmpty ? undefined : await pad.current?.picture()), [isEmpty]);
  return { id, isEmpty, drawing, begin, line, clear, picture };
}
