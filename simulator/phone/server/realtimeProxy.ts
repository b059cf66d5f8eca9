import { WebSocket } from 'ws';
import type { Session } from './session';

/** Passes a phone's realtime line on to the cloud and puts the user's session into its log-in. */
export function proxyRealtime(phone: WebSocket, gatewayUrl: string, session: Session): void {
  const cloud = new WebSocket(gatewayUrl.replace(/^http/, 'ws').replace(/\/gateway$/, '/ws'));
  const waiting: string[] = [];
  phone.on('message', (data) => {
    const text = withSession(String(data), session);
    if (cloud.readyState === WebSocket.OPEN) cloud.send(text);
    else waiting.push(text);
  });
  cloud.on('open', () => {
    for (const text of waiting.splice(0)) cloud.send(text);
  });
  cloud.on('message', (data) => phone.send(String(data)));
  cloud.on('close', () => phone.close());
  cloud.on('error', () => phone.close());
  phone.on('close', () => cloud.close());
}

function withSession(text: string, { session, envId }: Session): string {
  const message = JSON.parse(text) as { msgType?: string; msgData?: object };
  if (message.msgType !== 'LOGIN') return text;
  const { msgType, msgData, ...rest } = message;
  return JSON.stringify({
    ...rest,
    msgType,
    msgData: { ...msgData, envId, accessToken: session },
    exMsgData: {},
  });
}
