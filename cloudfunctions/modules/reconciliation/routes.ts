import { type Reach, reachCommunity, staffOfCommunity } from '../../kernel/access';
import { byChange, type Routes } from '../../kernel/routes';
import { caseById } from './casesStore';
import { listCases, listDays } from './caseView';
import { resolveCase } from './resolveCase';
import { takeCase } from './takeCase';

const finance = staffOfCommunity('finance');

const reachCase: Reach<{ readonly caseId: string }> = async ({ caseId }) => {
  const found = await caseById(caseId);
  return found && { kind: 'record', communityId: found.communityId, people: [] };
};

export const reconciliationRoutes: Routes<Extract<keyof Routes, `reconciliation.${string}`>> = {
  'reconciliation.days': { reach: reachCommunity, who: [finance], read: listDays },
  'reconciliation.cases': { reach: reachCommunity, who: [finance], read: listCases },
  'reconciliation.takeCase': { reach: reachCase, who: [finance], change: byChange(takeCase) },
  'reconciliation.resolveCase': { reach: reachCase, who: [finance], change: byChange(resolveCase) },
};
