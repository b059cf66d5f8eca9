type Listener = (result: { readonly height: number }) => void;

/** Pixels a keyboard takes, as the inputs tell it themselves (builtins/textEntry.ts). */
const height = 291;

/** `wx.onKeyboardHeightChange`: the keyboard comes with the focus of an input and goes with it. */
export function keyboardApi() {
  const listeners = new Set<Listener>();
  let shown = false;
  const tell = (isShown: boolean) => {
    if (isShown === shown) return;
    shown = isShown;
    for (const listener of listeners) listener({ height: shown ? height : 0 });
  };
  const isEntry = (event: Event) => {
    const [node] = event.composedPath();
    return node instanceof HTMLTextAreaElement || (node instanceof HTMLInputElement && node.type !== 'range');
  };
  document.addEventListener('focusin', (event) => tell(isEntry(event)), true);
  // From one input to the next the keyboard stays.
  document.addEventListener(
    'focusout',
    (event) => setTimeout(() => isEntry(event) && tell(hasEntry())),
    true,
  );
  return {
    onKeyboardHeightChange: (listener: Listener) => void listeners.add(listener),
    offKeyboardHeightChange: (listener?: Listener) => {
      if (listener) listeners.delete(listener);
      else listeners.clear();
    },
  };
}

function hasEntry(): boolean {
  const active = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
  return active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement;
}
