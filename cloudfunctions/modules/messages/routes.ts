import { anyPerson, type Reach, reachCommunity, reachSelf, staffOfCommunity } from '../../kernel/access';
import { byChange, type Routes } from '../../kernel/routes';
import { reachHome } from '../community';
import { listInbox } from './listInbox';
import { listNotReached } from './listNotReached';
import { markRead } from './markRead';
import { notReachedById } from './messagesStore';
import { printBuildingCode } from './printBuildingCode';
import { printSlips } from './printSlips';
import { listTemplates, recordConsent } from './recordConsent';
import { settleNotReached } from './settleNotReached';

const desk = staffOfCommunity('customerService', 'finance');

const reachNotReached: Reach<{ readonly notReachedId: string }> = async ({ notReachedId }) => {
  const row = await notReachedById(notReachedId);
  return row && { kind: 'record', communityId: row.communityId, people: [] };
};

export const messagesRoutes: Routes<Extract<keyof Routes, `messages.${string}`>> = {
  'messages.listInbox': { reach: reachSelf, who: [anyPerson], read: listInbox },
  'messages.markRead': { reach: reachSelf, who: [anyPerson], change: byChange(markRead) },
  'messages.templates': { reach: reachSelf, who: [anyPerson], read: listTemplates },
  'messages.recordConsent': { reach: reachSelf, who: [anyPerson], change: byChange(recordConsent) },
  'messages.listNotReached': { reach: reachCommunity, who: [desk], read: listNotReached },
  'messages.settleNotReached': {
    reach: reachNotReached,
    who: [desk],
    change: byChange(settleNotReached),
  },
  'messages.printSlips': { reach: reachCommunity, who: [desk], change: byChange(printSlips) },
  'messages.printBuildingCode': {
    reach: reachHome,
    who: [desk],
    change: byChange(printBuildingCode),
  },
};
