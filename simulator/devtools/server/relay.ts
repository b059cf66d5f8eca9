import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { pipeline } from 'node:stream';

/**
 * A port of this machine behind which another port lies, with a line between them that can be cut. It carries bytes and knows no
 * protocol, so HTTP and WebSockets suffer alike.
 */
export class Relay {
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer({ allowHalfOpen: true }, (near) => this.join(near));
  private isCut = false;

  constructor(private readonly target: number) {}

  /** Listens at `wanted`, or, when that is taken or 0, at a free port; returns the port. */
  async listen(wanted = 0): Promise<number> {
    try {
      this.server.listen(wanted, '127.0.0.1');
      await once(this.server, 'listening');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      this.server.listen(0, '127.0.0.1');
      await once(this.server, 'listening');
    }
    return (this.server.address() as AddressInfo).port;
  }

  /** What is under way breaks off, and nothing new gets through until the line is mended. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket): void {
    if (this.isCut) {
      near.destroy();
      return;
    }
    const far = connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true });
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    }
    // `pipeline` ends or destroys both sides; why one of them went is nobody's business here.
    pipeline(near, far, () => {});
    pipeline(far, near, () => {});
  }
}
