import { reachCommunity, staffOfCommunity } from '../../kernel/access';
import { byChange, type Routes } from '../../kernel/routes';
import { deskLines } from './deskLines';
import { exportMonth } from './exportMonth';
import { financeDesk } from './financeDesk';
import { seeAccounts } from './seeAccounts';
import { reachWork, retryWork, stuckWork } from './stuckWork';

const finance = staffOfCommunity('finance');
const management = staffOfCommunity('projectManager');

/** Money is finance's; the project manager looks. */
export const deskRoutes: Routes<Extract<keyof Routes, `desk.${string}`>> = {
  'desk.finance': { reach: reachCommunity, who: [finance, management], read: financeDesk },
  'desk.lines': { reach: reachCommunity, who: [finance, management], read: deskLines },
  'desk.accounts': { reach: reachCommunity, who: [finance, management], read: seeAccounts },
  'desk.stuckWork': { reach: reachCommunity, who: [finance], read: stuckWork },
  'desk.retryWork': { reach: reachWork, who: [finance], change: byChange(retryWork) },
  'desk.export': { reach: reachCommunity, who: [finance], change: byChange(exportMonth) },
};
