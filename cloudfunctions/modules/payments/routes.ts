import { anyPerson, holderOfHome, namedOnRecord, reachSelf, staffOfCommunity } from '../../kernel/access';
import { byChange, type Routes } from '../../kernel/routes';
import { reachHome } from '../community';
import { cancelOrder } from './cancelOrder';
import { confirmPayment } from './confirmPayment';
import { grantVoucher } from './grantVoucher';
import { homeReceipts, myReceipts } from './listReceipts';
import { payOpenBills } from './payOpenBills';
import { prepay, prepayOffer } from './prepay';
import { preview } from './preview';
import { reachOrder } from './reach';
import { receipt } from './receipt';
import { refund } from './refund';
import { refundPrepaid } from './refundPrepaid';
import { seeHome } from './seeHome';

const anyHolder = holderOfHome('owner', 'family', 'tenant');
const finance = staffOfCommunity('finance');
const customerService = staffOfCommunity('customerService');
const projectManager = staffOfCommunity('projectManager');

/** An order is its payer's alone; a receipt is also its home's, where the use case looks at whose bills it paid. */
export const paymentsRoutes: Routes<Extract<keyof Routes, `payments.${string}`>> = {
  'payments.seeHome': { reach: reachSelf, who: [anyPerson], read: seeHome },
  'payments.preview': { reach: reachHome, who: [anyHolder], read: preview },
  'payments.payOpenBills': { reach: reachHome, who: [anyHolder], change: byChange(payOpenBills) },
  'payments.prepayOffer': { reach: reachHome, who: [anyHolder], read: prepayOffer },
  'payments.prepay': { reach: reachHome, who: [anyHolder], change: byChange(prepay) },
  'payments.cancelOrder': { reach: reachOrder, who: [namedOnRecord], change: byChange(cancelOrder) },
  'payments.confirmPayment': { reach: reachOrder, who: [namedOnRecord], change: byChange(confirmPayment) },

  'payments.receipt': {
    reach: reachOrder,
    who: [namedOnRecord, anyHolder, finance, customerService, projectManager],
    read: receipt,
  },
  'payments.myReceipts': { reach: reachSelf, who: [anyPerson], read: myReceipts },
  'payments.homeReceipts': {
    reach: reachHome,
    who: [anyHolder, finance, customerService],
    read: homeReceipts,
  },

  'payments.refund': { reach: reachOrder, who: [finance], change: byChange(refund) },
  'payments.refundPrepaid': { reach: reachOrder, who: [finance], change: byChange(refundPrepaid) },
  'payments.grantVoucher': { reach: reachHome, who: [finance], change: byChange(grantVoucher) },
};
