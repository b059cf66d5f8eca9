type Listener = (result: { readonly height: number }) => void;

/** Pixels a keyboard takes, as the inputs tell it themselves (builtins/textEntry.ts). */
const height = 291;

/** Milliseconds until it is seen that an input has gone from the page with its keyboard: the browser tells nobody. */
const pace = 100;

/** `wx.onKeyboardHeightChange`: the keyboard comes with the focus of an input and goes with it. */
export function keyboardApi() {
  const listeners = new Set<Listener>();
  let watch: ReturnType<typeof setInterval> | undefined;
  const tell = (isShown: boolean) => {
    if (isShown === (watch !== undefined)) return;
    clearInterval(watch);
    watch = isShown ? setInterval(() => tell(hasEntry()), pace) : undefined;
    for (const listener of listeners) listener({ height: isShown ? height : 0 });
  };
  const look = () => setTimeout(() => tell(hasEntry()));
  document.addEventListener('focusin', look, true);
  // Later, for from one input to the next the keyboard stays.
  document.addEventListener('focusout', look, true);
  return {
    onKeyboardHeightChange: (listener: Listener) => void listeners.add(listener),
    offKeyboardHeightChange: (listener?: Listener) => {
      if (listener) listeners.delete(listener);
      else listeners.clear();
    },
  };
}

/** Whether something is focused that is written into. */
function hasEntry(): boolean {
  const active = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
  return (
    active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type !== 'range')
  );
}
