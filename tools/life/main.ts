// npm run -s life: draws the life of a ticket from its table of moves (docs/pictures/ticket-life.svg).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawLife } from './drawLife';

writeFileSync(join(__dirname, '../../docs/pictures/ticket-life.svg'), drawLife());
