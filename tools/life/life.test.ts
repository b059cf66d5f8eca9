import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { moves } from '../../cloudfunctions/modules/tickets/life';
import { drawLife } from './drawLife';

test('the picture in the docs is the table’s: after a change, npm run -s life', () => {
  const picture = readFileSync(join(__dirname, '../../docs/pictures/ticket-life.svg'), 'utf8');
  expect(picture).toBe(drawLife());
});

test('every move is drawn', () => {
  const picture = drawLife();
  for (const { word } of Object.values(moves)) expect(picture).toContain(`>${word}<`);
});
