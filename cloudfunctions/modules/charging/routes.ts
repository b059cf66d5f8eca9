import { reachCommunity, staffOfCommunity } from '../../kernel/access';
import { byChange, type Routes } from '../../kernel/routes';
import { reachHome } from '../community';
import { adjustPublished } from './adjustPublished';
import { answerQuestion, listQuestions } from './answerQuestion';
import {
  anyHolder,
  desk,
  finance,
  projectManager,
  reachBill,
  reachBillRun,
  reachWhereILive,
} from './billAccess';
import { listBills } from './listBills';
import { seePrices } from './prices';
import { publishBillRun } from './publishBillRun';
import { questionBill } from './questionBill';
import { reissueBill } from './reissueBill';
import { seeBill } from './seeBill';
import { seeBillRun, seeBillRunRows, seeBillRuns } from './seeBillRuns';
import { seeBillingSettings, setBilling } from './setBilling';
import { startBillRun } from './startBillRun';
import { voidBill } from './voidBill';

const allStaff = staffOfCommunity(
  'customerService',
  'engineer',
  'guard',
  'finance',
  'supervisor',
  'projectManager',
  'committee',
);

/** Whose bills of a home somebody sees is proven once more by the liable party, in the use case. */
export const chargingRoutes: Routes<Extract<keyof Routes, `charging.${string}`>> = {
  'charging.bills': { reach: reachHome, who: [anyHolder, desk], read: listBills },
  'charging.bill': { reach: reachBill, who: [anyHolder, desk, projectManager], read: seeBill },
  'charging.prices': { reach: reachWhereILive, who: [anyHolder, allStaff], read: seePrices },
  'charging.questionBill': { reach: reachBill, who: [anyHolder, desk], change: byChange(questionBill) },
  'charging.answerQuestion': { reach: reachBill, who: [desk], change: byChange(answerQuestion) },
  'charging.questions': { reach: reachCommunity, who: [desk], read: listQuestions },

  'charging.billRuns': { reach: reachCommunity, who: [finance], read: seeBillRuns },
  'charging.billRun': { reach: reachBillRun, who: [finance], read: seeBillRun },
  'charging.billRunRows': { reach: reachBillRun, who: [finance], read: seeBillRunRows },
  'charging.startBillRun': { reach: reachCommunity, who: [finance], change: byChange(startBillRun) },
  'charging.publishBillRun': { reach: reachBillRun, who: [finance], change: byChange(publishBillRun) },
  'charging.billingSettings': { reach: reachCommunity, who: [finance], read: seeBillingSettings },
  'charging.setBilling': { reach: reachCommunity, who: [finance], change: byChange(setBilling) },

  'charging.voidBill': { reach: reachBill, who: [finance], change: byChange(voidBill) },
  'charging.reissueBill': { reach: reachBill, who: [finance], change: byChange(reissueBill) },
  'charging.adjustBill': { reach: reachBill, who: [finance], change: byChange(adjustPublished) },
};
