import type { CollectionDeclaration } from '../../../cloudfunctions/kernel/collection';
import type { Product } from './world';

type Loaded = typeof import('../../system/product/product');

/** The product's own code, loaded once the SDK's environment stands. */
function loaded(): Loaded {
  return require('../../system/product/product') as Loaded;
}

/** What `dist/database.json` says. */
export function declaredCollections(): readonly CollectionDeclaration[] {
  return loaded().collections;
}

/** The functions of the product as its own entries run them, with the ports of the simulation. */
export function openDoors(): Product {
  const { serve, runJobs } = loaded();
  const { jobHandlers } = require('../../../cloudfunctions/job/handlers') as JobModule;
  const { dueHandlers } = require('../../../cloudfunctions/tick/handlers') as TickModule;
  const { runTick } = require('../../../cloudfunctions/tick/runTick') as RunTickModule;
  return {
    serve,
    tick: (ports) => runTick(dueHandlers, ports, () => true),
    job: (ports) => runJobs(jobHandlers, ports, () => true),
    notify: openNotices(),
    notifyByHttp: openHttpNotices(),
  };
}

type JobModule = typeof import('../../../cloudfunctions/job/handlers');
type TickModule = typeof import('../../../cloudfunctions/tick/handlers');
type RunTickModule = typeof import('../../../cloudfunctions/tick/runTick');
type PayModule = typeof import('../../../cloudfunctions/platform/pay');
type EntryModule = typeof import('../../../cloudfunctions/platform/pay/entry');
type NoticeModule = typeof import('../../../cloudfunctions/platform/pay/cloudpay/notice');
type HttpEntryModule = typeof import('../../../cloudfunctions/platform/pay/httpEntry');
type PaymentsModule = typeof import('../../../cloudfunctions/modules/payments');

/** `payNotify` and `refundNotify`, which differ in what they hear and whom they tell. */
function openNotices(): Product['notify'] {
  const { payChannel } = require('../../../cloudfunctions/platform/pay') as PayModule;
  const { serveNotice } = require('../../../cloudfunctions/platform/pay/entry') as EntryModule;
  const { hearPayment, hearRefund } =
    require('../../../cloudfunctions/platform/pay/cloudpay/notice') as NoticeModule;
  const { settleResult, settleRefund } =
    require('../../../cloudfunctions/modules/payments') as PaymentsModule;
  const channel = payChannel('cloudpay');
  const pay = { what: 'payNotice' as const, hear: hearPayment, settle: settleResult };
  const refund = { what: 'refundNotice' as const, hear: hearRefund, settle: settleRefund };
  return async (name, event, source, ports) => {
    if (name === 'payNotify') return serveNotice(event, { source }, { road: pay, channel, ports });
    if (name === 'refundNotify') return serveNotice(event, { source }, { road: refund, channel, ports });
    throw new Error(`no function ${name}`);
  };
}

/** `payNotifyHttp`. */
function openHttpNotices(): Product['notifyByHttp'] {
  const { serveHttpNotice } = require('../../../cloudfunctions/platform/pay/httpEntry') as HttpEntryModule;
  const { settleResult, settleRefund } =
    require('../../../cloudfunctions/modules/payments') as PaymentsModule;
  return (event, ports) => serveHttpNotice(event, { settleResult, settleRefund, ports });
}
