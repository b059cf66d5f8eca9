import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { pipeline, Transform } from 'node:stream';

export type Network = 'online' | 'slow' | 'offline';

/** Milliseconds that each piece of data takes longer, each way, on a slow network. [guess: a bad 3G cell] */
export const slowDelay = 400;

/**
 * A port of this machine behind which another port lies, with a network between them that can be slow or gone. It carries bytes
 * and knows no protocol, so HTTP and WebSockets suffer alike.
 */
export class Relay {
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer({ allowHalfOpen: true }, (near) => this.join(near));
  private network: Network = 'online';

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

  /** Going offline cuts what is under way. */
  setNetwork(network: Network): void {
    this.network = network;
    if (network === 'offline') this.cut();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private join(near: Socket): void {
    if (this.network === 'offline') {
      near.destroy();
      return;
    }
    const far = connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true });
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    }
    // `pipeline` ends or destroys both sides; why one of them went is nobody's business here.
    pipeline(near, this.lag(), far, () => {});
    pipeline(far, this.lag(), near, () => {});
  }

  private lag(): Transform {
    return new Transform({
      transform: (chunk, _encoding, done) => {
        if (this.network === 'slow') setTimeout(done, slowDelay, null, chunk);
        else done(null, chunk);
      },
    });
  }
}
