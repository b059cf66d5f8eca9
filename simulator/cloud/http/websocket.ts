import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import type { WatchService } from '../watch/service';
import { strangeness } from './loopback';

const path = '/ws';
const longestMessage = 1024 * 1024;

/** The realtime protocol at `/ws`, for the SDK and for phones; the same strangers are refused as over HTTP. */
export function mountWebSocket(app: FastifyInstance, watch: WatchService): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage });
  sockets.on('connection', (socket) => serve(socket, watch));
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const complaint =
      request.url?.split('?', 1)[0] === path ? strangeness(request) : `no WebSocket at ${request.url}`;
    if (complaint === undefined) {
      sockets.handleUpgrade(request, socket, head, (upgraded) =>
        sockets.emit('connection', upgraded, request),
      );
      return;
    }
    socket.end(
      `HTTP/1.1 403 Forbidden\r\ncontent-length: ${Buffer.byteLength(complaint)}\r\n\r\n${complaint}`,
    );
  });
  app.addHook('preClose', async () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  });
}

function serve(socket: WebSocket, watch: WatchService): void {
  const connection = watch.connect({
    send: (text) => socket.send(text),
    terminate: () => socket.terminate(),
  });
  socket.on('message', (data) => connection.receive(data.toString()));
  socket.on('close', () => connection.closed());
  socket.on('error', () => socket.terminate());
}
