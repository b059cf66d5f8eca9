const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Every limit of the product in one place, each with where it comes from. Times in milliseconds. */
export const limits = {
  /** WeChat: 数据库/事务 publishes none; seen to hold below about 20 documents and 5 seconds. */
  documentsPerCommit: 20,
  /** Ours: after these a use case has lost its race and says BUSY. */
  decisionsAgain: 3,
  /** Ours: the first pause before deciding again; doubled each time, up to half of it more by chance. */
  pauseBeforeDecidingAgain: 40,
  /** Law 3: how long an answered request is remembered, so that asking twice changes nothing. */
  requestKept: 7 * day,
  /** Ours: how long a spreadsheet and what was made of it are kept after its import was applied or given up. */
  importFilesKept: 30 * day,
  /** WeChat: Collection.limit in functions; one page of the documents says 1,000, another 100. The smaller is safe. */
  documentsPerQuery: 100,
  /** design.md: every list pages by 20. */
  rowsPerPage: 20,
  /** WeChat: callFunction advises less than 100 KB of data. */
  inputBytes: 100_000,

  /** Requirement A1: limited. Ours: wrong facts per WeChat account and day. */
  bindingAttemptsPerDay: 5,
  /** Ours: homes of one person in one community that one proof of phone and name binds together. */
  homesPerBinding: 5,
  /** Ours: requests of one WeChat account that wait at the same time. */
  waitingBindingsPerPerson: 3,
  /** Requirement A1: members may object. Ours: for so long after somebody bound by the register alone. */
  objection: 7 * day,
  /** Ours. */
  invitation: 3 * day,
  /** Ours: invitations of one home that wait at the same time. */
  openInvitationsPerHome: 5,
  /** Ours: people who hold one home at the same time. */
  membersPerHome: 20,
  /** Ours: homes one WeChat account may hold; what `whoAmI` reads at once. */
  homesPerPerson: 50,

  /** Ours: tickets of one person that are not done; an emergency is taken all the same, up to the second figure: staff must not drown. */
  openTicketsPerPerson: 20,
  openWithEmergencies: 40,
  /** Ours: how often the people of a home add something to one ticket. */
  additionsPerTicket: 20,
  /** Ours: steps of one ticket's timeline after which it only goes on to its end. A usual one has about ten. */
  stepsPerTicket: 300,
  /** Ours: how long the storage may take to say whether a file has arrived, before it is taken on trust; the SDK alone waits 15 s. */
  filesLookedFor: 2_000,
  /** WeChat: a verdict on a file comes within 30 minutes. Ours: how long we know which file it was. */
  contentChecksKept: 7 * day,

  /** Ours: how long an order can be paid. WeChat closes none that is younger than five minutes, and takes none under one. */
  orderLife: 5 * minute,
  /** Ours: with less left than this a payer would run out of time in the wallet; a new order takes the place of the old. */
  orderRest: minute,
  /** Ours, as many as one query reads: of more open bills one tap pays the longest due. */
  billsPerOrder: 100,
  /** Ours: of a list of open bills so many say how they came about, so that its first paint stays within 20 KB. */
  billsWithLines: 24,
  /** Ours: how soon the tick first looks at an order or a refund, and how seldom it does after days. */
  firstLook: 30_000,
  seldomestLook: hour,
  /** Ours, so that adjusted bills and all the rest fit in one commit. */
  adjustedBillsPerRefund: 6,
  /** WeChat: 申请退款; at most so many of one payment, within a year of it. */
  refundsPerOrder: 50,
  refundableFor: 365 * day,
  /** Ours: bills that one commit of the projection writes. */
  billsPerProjection: 15,

  /** WeChat: a function may take 60 s. Ours: begins nothing after this; and holds its lease no longer than until the next run. */
  tickRun: 45_000,
  tickLease: 59_000,
  /** Ours: a file of 10 MB is there in seconds; a call that hangs holds a run of the tick no longer. */
  fileAnswered: 10_000,
  /** Ours: what failed is looked at again by the next run. */
  tickRetry: minute,
  /** Ours: of each kind of old rows, the tick removes so many hundreds an hour. */
  hundredsTidied: 10,
  /** WeChat: a function may take 60 s. Ours: begins no slice after this, so that the last one can end. */
  jobRun: 40_000,
  /** Ours: a call between functions is on its way by then. */
  jobHeard: 200,
  /** Ours: a slice takes seconds; after this its function is dead and another may go on. */
  jobLease: 2 * minute,
  /** Ours: the first pause after a slice failed; doubled each time. */
  jobRetry: minute,
  /** Ours: slices that fail in a row before somebody must look. */
  jobFailures: 6,

  /** Requirement C1: a drafted run publishes itself, where wanted. Ours: so long after. */
  autoPublishAfter: day,
  /** Ours: homes a slice drafts bills for; their bills are read and added by the hundred. */
  homesPerDraftSlice: 50,
  /** Ours: homes a slice publishes, each in a commit of its own. */
  homesPerPublishSlice: 20,
  /** 6 bills, 6 journals, account, audit, outbox and due stay within one commit. */
  billsPerCommit: 6,

  /** Ours: the dispatch of one community takes seconds; after this whoever was at it is dead. */
  dispatchLease: 30_000,
  /** Ours: offers that one run commits, or tickets it says of that nobody is left; the tick goes on with the rest. */
  offersAtOnce: 20,
  /** Ours: how often what waits for somebody is weighed again although nothing was heard. */
  dispatchRetry: 5 * minute,
  /** Ours: how often somebody whose shift is over is looked at until nothing is in hand. */
  shiftOverLook: 10 * minute,
  /** Ours: people whose week of the roster one call copies, each in a commit of its own; the tick goes on with the rest. */
  peopleCopiedAtOnce: 20,

  /** Ours: the drainer of messages is dead after this, and another may go on. */
  outboxLease: minute,
  /** Ours: commits whose messages are told under one lease. */
  outgoingAtOnce: 50,
  /** Ours: the first pause before a reminder is tried again; doubled each time. */
  reminderRetry: minute,
  /** Ours: attempts before a reminder is given up and staff are told whom it did not reach. */
  reminderAttempts: 6,
  /** Ours: consents of one person and template that we count; WeChat states no cap. */
  remindersKept: 99,
  /** Ours: unread messages are counted so far. */
  unreadCounted: 99,

  /** Ours: what `knowledge.ask` looks through, a hundred a read. */
  knowledgePerCommunity: 300,
} as const;
