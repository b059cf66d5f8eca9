/**
 * Whether the mini-program runs because of a tap. Some interfaces ask for that. It holds while the tap's handlers run and for
 * the promises they chain at once; a timer or an answer of the network ends it.
 * [measured: a call after setTimeout or await of the network fails "can only be invoked by user TAP gesture."]
 */
class UserGesture {
  private running = 0;

  get isOn(): boolean {
    return this.running > 0;
  }

  /** Starts one; it ends with the current turn of the event loop. */
  begin(): void {
    this.running += 1;
    setTimeout(() => {
      this.running -= 1;
    });
  }

  /** A tap on WeChat's own dialogs counts as one. [guess: showModal's callback may ask for subscriptions] */
  listen(): void {
    const isDialog = (node: EventTarget | null) =>
      node instanceof Element && node.closest('.dialogs, .system-veil') !== null;
    document.addEventListener(
      'click',
      ({ target }) => {
        if (isDialog(target)) this.begin();
      },
      true,
    );
  }
}

export const userGesture = new UserGesture();

export const needsTap = 'can only be invoked by user TAP gesture.';
