/**
 * The community whose year bench/dispatch.ts lives through. Every figure of the model stands here with where it is from.
 * "Stated" is given by issue and requirements; "counted" is from 16,653 requests of New York City's 311 (NYC Open Data), of
 * which 15,991 were opened on four days, 1 to 4 January 2020: a holiday and three winter days of one city, not a year; "assumed" has no source, is the same for all policies unless said otherwise.
 */
export const model = {
  /** Stated. */
  homes: 5000,
  staff: 40,
  days: 365,
  /** Assumed: 5 tickets of a home in a year, 68 a day, about a quarter of the hours on duty. */
  ticketsPerHomeYear: 5,
  /** Counted: share of requests by hour opened, in thousandths. They come from four days in all. */
  hours: [46, 44, 24, 21, 15, 13, 16, 29, 44, 60, 56, 64, 61, 54, 62, 51, 53, 41, 43, 41, 40, 42, 41, 41],
  /** Assumed: days on which this many times as much of a usual day comes on top, within the hours, in the trades named. */
  storms: { perYear: 14, hours: 8, times: 7, kinds: ['水暖', '电工', '土建'] },
  /** Assumed shares and minutes; minutes are means of a gamma distribution of shape 2 (many short, few long). */
  kinds: [
    {
      skill: '水暖',
      share: 0.28,
      types: [
        { name: '堵塞', minutes: 30 },
        { name: '漏水', minutes: 65 },
      ],
    },
    {
      skill: '电工',
      share: 0.22,
      types: [
        { name: '跳闸', minutes: 25 },
        { name: '线路', minutes: 60 },
      ],
    },
    {
      skill: '土建',
      share: 0.18,
      types: [
        { name: '门窗', minutes: 35 },
        { name: '墙面', minutes: 80 },
      ],
    },
    {
      skill: '设备',
      share: 0.1,
      types: [
        { name: '门禁', minutes: 30 },
        { name: '电梯', minutes: 60 },
      ],
    },
    {
      skill: '环境',
      share: 0.22,
      types: [
        { name: '保洁', minutes: 20 },
        { name: '绿化', minutes: 40 },
      ],
    },
  ],
  /** Assumed: share of emergencies. */
  emergencies: 0.05,
  /** Stated (B3), minutes. */
  clocks: { emergencyRespond: 15, emergencyOnSite: 30, generalRespond: 120, generalClose: 24 * 60 },
  /**
   * Assumed: eight people a trade, in turns of eight days (three early, two late, one night, two off), so that by plan each
   * trade has somebody at every hour. The night ends an hour into the early shift.
   */
  rota: [[7, 15], [7, 15], [8, 16], [14, 22], [14, 22], [22, 31], null, null] as readonly (
    | readonly [number, number]
    | null
  )[],
  /** Assumed: of each eight, this many know the next trade too. */
  twoTrades: 4,
  /** Assumed: share of shifts nobody comes to (illness, leave). */
  absences: 0.06,
  /** Assumed: 50 buildings, ten in a row, 60 m between two; 70 m a minute on foot, and two minutes for lift and door. */
  place: { buildings: 50, row: 10, metres: 60, metresPerMinute: 70, doorMinutes: 2 },
  /** Assumed: from the message on the phone to accepting it, for every policy that sends messages. */
  acceptMinutes: 2,
  /**
   * The manual's three levels (stated: owner → front desk → repair department, batch dispatch). Assumed: the desk writes an
   * order in 5 minutes at any hour, the department hands out what came in once an hour, by name, to whoever has least in
   * hand, 5 minutes after; an emergency is passed on by telephone at once. Nobody then waits for a phone to be looked at.
   * With seed 1 ours takes 59 % off its mean response; with a batch each 30 minutes 47 %, each 15 minutes 39 %.
   */
  manual: { deskMinutes: 5, batchMinutes: 60, departmentMinutes: 5 },
} as const;
