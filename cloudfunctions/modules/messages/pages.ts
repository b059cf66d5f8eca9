/** Pages by the names that other modules give them, as the mini-program has them. Most of the staff's are found in the work desk. */
const paths: Readonly<Record<string, string>> = {
  home: 'pages/home/index',
  messages: 'pages/messages/index',
  bills: 'packages/bills/list/index',
  bill: 'packages/bills/detail/index',
  receipt: 'packages/bills/receipt/index',
  invoice: 'packages/bills/invoice/index',
  members: 'packages/homes/members/index',
  ticket: 'packages/tickets/ticket/index',
  workTicket: 'packages/staffTickets/work/index',
  workQueue: 'packages/staffTickets/queue/index',
  deskTicket: 'packages/staffTickets/case/index',
  objections: 'packages/work/members/index',
};

/** `receipt?orderId=1` → the path with its query; a path stays one; a name that is not among them gives none. */
export function pagePath(page: string | undefined): string | undefined {
  if (page === undefined) return undefined;
  const [name = '', query] = page.split('?');
  const path = name.includes('/') ? name : paths[name];
  return path === undefined || query === undefined ? path : `${path}?${query}`;
}
