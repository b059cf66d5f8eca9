import { type ReactNode, useEffect, useRef, useState } from 'react';

/** A button that opens a list under itself; a choice, a tap elsewhere or Escape closes it. */
export function Menu(props: {
  label: string;
  className?: string;
  face: ReactNode;
  disabled?: boolean;
  children: (close: () => void) => ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const outside = (event: Event) => {
      if (!(event.target instanceof Node) || !box.current?.contains(event.target)) setOpen(false);
    };
    const pressed = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false);
    const left = () => setOpen(false);
    document.addEventListener('pointerdown', outside);
    document.addEventListener('keydown', pressed);
    // A tap into a phone is seen only as this page losing the focus.
    window.addEventListener('blur', left);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('keydown', pressed);
      window.removeEventListener('blur', left);
    };
  }, [isOpen]);
  return (
    <div className={`menu ${props.className ?? ''}`} ref={box}>
      <button
        type="button"
        className="button"
        aria-label={props.label}
        aria-expanded={isOpen}
        disabled={props.disabled}
        onClick={() => setOpen(!isOpen)}
      >
        {props.face}
      </button>
      {isOpen && <div className="menu-list">{props.children(() => setOpen(false))}</div>}
    </div>
  );
}
