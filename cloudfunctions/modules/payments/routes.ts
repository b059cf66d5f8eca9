import { anyPerson, holderOfHome, namedOnRecord, reachSelf, staffOfCommunity } from '../../kernel/access';
import { byChange, type Routes } from '../../kernel/routes';
import { reachHome } from '../community';
import { cancelOrder } from './cancelOrder';
import { confirmPayment } from './confirmPayment';
import { homeReceipts, myReceipts } from './listReceipts';
import { payOpenBills } from './payOpenBills';
import { prepay, prepayOffer } from './prepay';
import { preview } from './preview';
import { reachOrder } from './reach';
import { receipt } from './receipt';
import { seeHome } from './seeHome';

const anyHolder = holderOfHome('owner', 'family', 'tenant');
const finance = staffOfCommunity('finance');
const customerService = staffOfCommunity('customerService');

/** An order is its payer's alone; a receipt is also its home's, where the use case looks at whose bills it paid. */
export const paymentsRoutes: Routes<
  Exclude<
    Extract<keyof Routes, `payments.${string}`>,
    'payments.refund' | 'payments.refundPrepaid' | 'payments.grantVoucher'
  >
> = {
  'payments.seeHome': { reach: reachSelf, who: [anyPerson], read: seeHome },
  'payments.preview': { reach: reachHome, who: [anyHolder], read: preview },
  'payments.payOpenBills': { reach: reachHome, who: [anyHolder], change: byChange(payOpenBills) },
  'payments.prepayOffer': { reach: reachHome, who: [anyHolder], read: prepayOffer },
  'payments.prepay': { reach: reachHome, who: [anyHolder], change: byChange(prepay) },
  'payments.cancelOrder': { reach: reachOrder, who: [namedOnRecord], change: byChange(cancelOrder) },
  'payments.confirmPayment': { reach: reachOrder, who: [namedOnRecord], change: byChange(confirmPayment) },

  'payments.receipt': {
    reach: reachOrder,
    who: [namedOnRecord, anyHolder, finance, customerService],
    read: receipt,
  },
  'payments.myReceipts': { reach: reachSelf, who: [anyPerson], read: myReceipts },
  'payments.homeReceipts': {
    reach: reachHome,
    who: [anyHolder, finance, customerService],
    read: homeReceipts,
  },
};
