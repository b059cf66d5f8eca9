import Taro from '@tarojs/taro';

/** Tab pages: WeChat goes there by `switchTab` only. */
const tabs = ['/pages/home/index', '/pages/services/index', '/pages/messages/index', '/pages/me/index'];

/** Pages that others lead to. Parameters are written by `open`. */
export const pages = {
  home: '/pages/home/index',
  services: '/pages/services/index',
  messages: '/pages/messages/index',
  me: '/pages/me/index',
  bills: '/packages/bills/list/index',
  bill: '/packages/bills/detail/index',
  prices: '/packages/bills/prices/index',
  pay: '/packages/bills/pay/index',
  prepay: '/packages/bills/prepay/index',
  receipts: '/packages/bills/receipts/index',
  receipt: '/packages/bills/receipt/index',
  invoice: '/packages/bills/invoice/index',
  bind: '/packages/homes/bind/index',
  requestBinding: '/packages/homes/request/index',
  members: '/packages/homes/members/index',
  invitation: '/packages/homes/invitation/index',
  report: '/packages/tickets/report/index',
  tickets: '/packages/tickets/list/index',
  ticket: '/packages/tickets/ticket/index',
  signTicket: '/packages/tickets/sign/index',
  rateTicket: '/packages/tickets/rate/index',
  rectifications: '/packages/tickets/rectifications/index',
  work: '/packages/work/home/index',
  desk: '/packages/work/desk/index',
  deskLines: '/packages/work/lines/index',
  accounts: '/packages/work/accounts/index',
  stuckWork: '/packages/work/stuckWork/index',
  cases: '/packages/work/cases/index',
  billRuns: '/packages/work/billRuns/index',
  billRun: '/packages/work/billRun/index',
  billRunRows: '/packages/work/billRunRows/index',
  billWork: '/packages/work/billWork/index',
  refund: '/packages/work/refund/index',
  counter: '/packages/work/counter/index',
  myDay: '/packages/work/myDay/index',
  handOvers: '/packages/work/handOvers/index',
  invoices: '/packages/work/invoices/index',
  questions: '/packages/work/questions/index',
  bindings: '/packages/work/bindings/index',
  objections: '/packages/work/members/index',
  notReached: '/packages/work/notReached/index',
  joinAsStaff: '/packages/work/join/index',
  workQueue: '/packages/staffTickets/queue/index',
  workTicket: '/packages/staffTickets/work/index',
  finishTicket: '/packages/staffTickets/finish/index',
  dispatchWhy: '/packages/staffTickets/why/index',
  customerDesk: '/packages/staffTickets/customer/index',
  supervisorBoard: '/packages/staffTickets/supervisor/index',
  ticketMonth: '/packages/staffTickets/month/index',
  deskTickets: '/packages/staffTickets/list/index',
  deskTicket: '/packages/staffTickets/case/index',
  findTicket: '/packages/staffTickets/find/index',
  takeReport: '/packages/staffTickets/take/index',
  roster: '/packages/staffTickets/roster/index',
  serviceTerms: '/packages/staffTickets/terms/index',
  knowledge: '/packages/staffTickets/knowledge/index',
  imports: '/packages/setup/imports/index',
  import: '/packages/setup/import/index',
  importRows: '/packages/setup/rows/index',
} as const;

/** Goes to a page, with parameters; a tab takes none. */
export function open(page: string, parameters: Readonly<Record<string, string>> = {}): void {
  const asked = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const url = asked.length > 0 ? `${page}?${asked.join('&')}` : page;
  // WeChat refuses the eleventh page of a stack, and a second tap while the first is on its way.
  if (tabs.includes(page)) void Taro.switchTab({ url }).catch(() => undefined);
  else void Taro.navigateTo({ url }).catch(() => Taro.redirectTo({ url }).catch(() => undefined));
}

/** Puts a page in the place of this one. */
export function replaceBy(page: string, parameters: Readonly<Record<string, string>> = {}): void {
  const asked = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  void Taro.redirectTo({ url: asked.length > 0 ? `${page}?${asked.join('&')}` : page }).catch(
    () => undefined,
  );
}

/** Whether a tab is on top, so that there is nowhere to go back to. */
export function isOnTab(): boolean {
  return tabs.includes(`/${Taro.getCurrentPages().at(-1)?.route}`);
}

/** Back; where a share or a message led straight here, home. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack().catch(() => undefined);
  else void Taro.switchTab({ url: pages.home }).catch(() => undefined);
}
