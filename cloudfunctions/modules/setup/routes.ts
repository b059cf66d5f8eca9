import { type Reach, reachCommunity, staffOfCommunity } from '../../kernel/access';
import { byChange, type Routes } from '../../kernel/routes';
import { applyImport } from './applyImport';
import { checkImport } from './checkImport';
import { decideConflicts } from './decideConflicts';
import { giveUpImport } from './giveUpImport';
import { importById } from './importStore';
import { importRows, listImports, seeImport } from './seeImport';

/** The import an input names belongs to its community. */
const reachImport: Reach<{ readonly importId: string }> = async ({ importId }) => {
  const record = await importById(importId);
  return record && { kind: 'community', communityId: record.communityId };
};

const who = [staffOfCommunity('finance', 'customerService')];

export const setupRoutes: Routes<Extract<keyof Routes, `setup.${string}`>> = {
  'setup.checkImport': { reach: reachCommunity, who, change: byChange(checkImport) },
  'setup.seeImport': { reach: reachImport, who, read: seeImport },
  'setup.importRows': { reach: reachImport, who, read: importRows },
  'setup.listImports': { reach: reachCommunity, who, read: listImports },
  'setup.decideConflicts': { reach: reachImport, who, change: byChange(decideConflicts) },
  'setup.applyImport': { reach: reachImport, who, change: byChange(applyImport) },
  'setup.giveUpImport': { reach: reachImport, who, change: byChange(giveUpImport) },
};
