import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { PageLink } from '../../phone/server/pageLink';
import { PhoneCommands } from './phoneCommands';

/** A page that hears everything and answers nothing. */
class SilentPage extends EventEmitter {
  send(): void {}
}

test('a phone that goes in the middle of a question is one that is not running', async () => {
  const link = new PageLink();
  const commands = new PhoneCommands(link);
  await expect(commands.picture()).rejects.toMatchObject({ code: 'PHONE_NOT_RUNNING' });
  const page = new SilentPage();
  link.connect(page as unknown as WebSocket);
  const asked = commands.picture();
  page.emit('close');
  await expect(asked).rejects.toMatchObject({ code: 'PHONE_NOT_RUNNING' });
  link.connect(new SilentPage() as unknown as WebSocket);
  const askedAgain = commands.audits();
  link.connect(new SilentPage() as unknown as WebSocket);
  await expect(askedAgain).rejects.toMatchObject({ code: 'PHONE_NOT_RUNNING' });
});
