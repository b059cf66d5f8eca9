import { useEffect, useRef } from 'react';
import { Icon } from '../parts/Icon';

interface Props {
  title: string;
  wxml: string;
  reread: () => void;
  close: () => void;
}

/** The page on top as wxml, over everything else. */
export function Inspector({ title, wxml, reread, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog className="inspector" ref={dialog} onClose={close} aria-label="页面元素">
      <header>
        <code>{title}</code>
        <button type="button" className="button" onClick={reread}>
          <Icon name="reload" />
          再读一次
        </button>
        <button type="button" className="button" onClick={close}>
          <Icon name="close" />
          关上
        </button>
      </header>
      <pre>{wxml}</pre>
    </dialog>
  );
}
