interface Message {
  readonly id?: string | number;
  readonly method: string;
  readonly params?: Record<string, unknown>;
}

/** A command from outside, by name; what it returns is the answer, what it throws is the refusal. */
export type Command = (params: Record<string, unknown>) => unknown;

/** The line between this page and the phone's server: commands in, events out. */
export class Link {
  private readonly socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/phone/link`);
  private readonly waiting: string[] = [];

  constructor(private readonly commands: Readonly<Record<string, Command>>) {
    this.socket.addEventListener(
      'message',
      (event) => void this.answer(JSON.parse(String(event.data)) as Message),
    );
    this.socket.addEventListener('open', () => {
      for (const text of this.waiting.splice(0)) this.socket.send(text);
    });
  }

  emit(method: string, params: unknown): void {
    this.send({ method, params });
  }

  private async answer({ id, method, params }: Message): Promise<void> {
    try {
      const command = this.commands[method];
      if (!command) throw new Error(`${method} is not supported by the simulator`);
      this.send({ id, result: (await command(params ?? {})) ?? {} });
    } catch (error) {
      this.send({ id, error: { message: error instanceof Error ? error.message : String(error) } });
    }
  }

  private send(message: object): void {
    const text = JSON.stringify(message);
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(text);
    else this.waiting.push(text);
  }
}
