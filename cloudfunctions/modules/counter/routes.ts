import { type Reach, reachCommunity, staffOfCommunity } from '../../kernel/access';
import { byChange, type Routes } from '../../kernel/routes';
import { reachHome } from '../community';
import { findHome } from './counterHome';
import { handOverById } from './counterStore';
import { handOverTill } from './handOverTill';
import { listHandOvers } from './listHandOvers';
import { myDay } from './myDay';
import { previewTaking } from './previewTaking';
import { receiveHandOver } from './receiveHandOver';
import { takeMoney } from './takeMoney';

const atTheCounter = staffOfCommunity('customerService', 'finance');
const finance = staffOfCommunity('finance');

const reachHandOver: Reach<{ readonly handOverId: string }> = async ({ handOverId }) => {
  const record = await handOverById(handOverId);
  return record && { kind: 'record', communityId: record.communityId, people: [record.staffOpenid] };
};

export const counterRoutes: Routes<Extract<keyof Routes, `counter.${string}`>> = {
  'counter.findHome': { reach: reachCommunity, who: [atTheCounter], read: findHome },
  'counter.preview': { reach: reachHome, who: [atTheCounter], read: previewTaking },
  'counter.take': { reach: reachHome, who: [atTheCounter], change: byChange(takeMoney) },
  'counter.myDay': { reach: reachCommunity, who: [atTheCounter], read: myDay },
  'counter.handOver': { reach: reachCommunity, who: [atTheCounter], change: byChange(handOverTill) },
  'counter.handOvers': { reach: reachCommunity, who: [finance], read: listHandOvers },
  'counter.receiveHandOver': { reach: reachHandOver, who: [finance], change: byChange(receiveHandOver) },
};
