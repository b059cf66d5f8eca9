import { useCallback, useRef, useState } from 'react';
import { upload } from '../services/files';
import { type SignatureHook, useSignature } from './useSignature';

export interface SignedFileHook {
  readonly signature: SignatureHook;
  readonly isSending: boolean;
  /** Why the last try did not go; one sentence. */
  readonly trouble: string | undefined;
  /** Sends what is signed; its name in the cloud, undefined where it did not go. */
  send(): Promise<string | undefined>;
}

/**
 * A signature that goes into this folder (B5). What was sent once and not drawn anew since is not sent again: a try after a lost answer
 * hands in the same file, so that the cloud knows the same wish. No file is taken back: an answer that was lost may have used it.
 */
export function useSignedFile(id: string, folder: string | undefined): SignedFileHook {
  const signature = useSignature(id);
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const sent = useRef<{ readonly drawing: number; readonly fileId: string }>();
  const { drawing, picture } = signature;

  const send = useCallback(async () => {
    if (sent.current?.drawing === drawing) return sent.current.fileId;
    setSending(true);
    setTrouble(undefined);
    const path = await picture();
    const uploaded =
      path === undefined || folder === undefined
        ? undefined
        : await upload(folder.replace(/\/+$/, ''), { name: 'signature.png', path, size: 0 }, () => undefined);
    setSending(false);
    if (uploaded?.ok) {
      sent.current = { drawing, fileId: uploaded.value };
      return uploaded.value;
    }
    const unmade = path === undefined ? '请重写后再试。' : '请稍后再试。';
    setTrouble(`签名没有传上去。${uploaded?.refusal.sentence ?? unmade}`);
    return undefined;
  }, [drawing, picture, folder]);
  return { signature, isSending, trouble, send };
}
