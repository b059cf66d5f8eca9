import {
  holderOfHome,
  namedOnRecord,
  type Reach,
  reachCommunity,
  staffOfCommunity,
} from '../../kernel/access';
import { byChange, type Routes } from '../../kernel/routes';
import { orderById } from '../payments';
import { askInvoice } from './askInvoice';
import { issueInvoice, redFlushInvoice } from './decideInvoice';
import { answerInvoice } from './invoiceView';
import { invoiceById } from './invoicingStore';
import { listInvoices } from './listInvoices';

const finance = staffOfCommunity('finance');
const anyHolder = holderOfHome('owner', 'family', 'tenant');

/** The payer's own; a payment at the counter, which no WeChat account made, is its home's: the use case looks at whose bills it paid. */
const reachOrder: Reach<{ readonly orderId: string }> = async ({ orderId }) => {
  const order = await orderById(orderId);
  if (!order) return undefined;
  const { communityId, homeId, payerOpenid } = order;
  return payerOpenid === undefined
    ? { kind: 'record', communityId, homeId, people: [] }
    : { kind: 'record', communityId, people: [payerOpenid] };
};

/** Whoever asked for it, and finance. */
const reachInvoice: Reach<{ readonly invoiceId: string }> = async ({ invoiceId }) => {
  const invoice = await invoiceById(invoiceId);
  return invoice && { kind: 'record', communityId: invoice.communityId, people: [invoice.askedBy] };
};

export const invoicingRoutes: Routes<Extract<keyof Routes, `invoicing.${string}`>> = {
  'invoicing.ask': { reach: reachOrder, who: [namedOnRecord, anyHolder], change: byChange(askInvoice) },
  'invoicing.invoice': { reach: reachInvoice, who: [namedOnRecord, finance], read: answerInvoice },
  'invoicing.queue': { reach: reachCommunity, who: [finance], read: listInvoices },
  'invoicing.issue': { reach: reachInvoice, who: [finance], change: byChange(issueInvoice) },
  'invoicing.redFlush': { reach: reachInvoice, who: [finance], change: byChange(redFlushInvoice) },
};
