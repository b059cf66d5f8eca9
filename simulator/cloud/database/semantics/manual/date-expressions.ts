import { date, type ExpressionError, type ExpressionExample } from './example';

const SALE = { date: date('2014-01-01T08:15:39.736Z') };
const NOVEMBER = date('1998-11-07T00:00:00Z');
const JANUARY = date('2016-01-01');
export const DATE_EXPRESSIONS: readonly ExpressionExample[] = [
  ['year', { $year: '$date' }, 2014, SALE],
  ['month', { $month: '$date' }, 1, SALE],
  ['month', { $month: { date: date('1998-11-01T00:00:00Z'), timezone: '-0400' } }, 10],
  ['dayOfMonth', { $dayOfMonth: { date: JANUARY } }, 1],
  ['dayOfMonth', { $dayOfMonth: { date: NOVEMBER, timezone: '-0400' } }, 6],
  ['hour', { $hour: '$date' }, 8, SALE],
  ['hour', { $hour: { date: NOVEMBER, timezone: '-0400' } }, 20],
  ['minute', { $minute: '$date' }, 15, SALE],
  ['second', { $second: '$date' }, 39, SALE],
  ['millisecond', { $millisecond: '$date' }, 736, SALE],
  ['dayOfYear', { $dayOfYear: { date: JANUARY } }, 1],
  ['dayOfYear', { $dayOfYear: NOVEMBER }, 311],
  ['dayOfYear', { $dayOfYear: { date: NOVEMBER, timezone: '-0400' } }, 310],
  ['dayOfWeek', { $dayOfWeek: '$date' }, 4, SALE],
  ['dayOfWeek', { $dayOfWeek: { date: NOVEMBER, timezone: '-0400' } }, 6],
  ['week', { $week: '$date' }, 0, SALE],
  ['week', { $week: { date: date('2016-01-04') } }, 1],
  ['week', { $week: { date: date('1998-11-01T00:00:00Z'), timezone: '-0500' } }, 43],
  ['isoDayOfWeek', { $isoDayOfWeek: { date: JANUARY } }, 5],
  ['isoWeek', { $isoWeek: { date: date('2016-01-04') } }, 1],
  ['isoWeek', { $isoWeek: JANUARY }, 53],
  ['isoWeek', { $isoWeek: date('1998-11-02T00:00:00Z') }, 45],
  ['isoWeek', { $isoWeek: { date: date('1998-11-02T00:00:00Z'), timezone: '-0500' } }, 44],
  ['isoWeekYear', { $isoWeekYear: { date: date('2015-05-26') } }, 2015],
  ['isoWeekYear', { $isoWeekYear: { date: JANUARY } }, 2015],
  [
    'dateFromParts',
    { $dateFromParts: { year: 2017, month: 2, day: 8, hour: 12 } },
    date('2017-02-08T12:00:00Z'),
  ],
  [
    'dateFromParts',
    { $dateFromParts: { isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 3, hour: 12 } },
    date('2017-02-08T12:00:00Z'),
  ],
  [
    'dateFromParts',
    {
      $dateFromParts: {
        year: 2016,
        month: 12,
        day: 31,
        hour: 23,
        minute: 46,
        second: 12,
        timezone: 'America/New_York',
      },
    },
    date('2017-01-01T04:46:12Z'),
  ],
  [
    'dateFromParts',
    { $dateFromParts: { year: 2017, month: 14, day: 1, hour: 12 } },
    date('2018-02-01T12:00:00Z'),
  ],
  [
    'dateFromParts',
    { $dateFromParts: { year: 2017, month: 0, day: 1, hour: 12 } },
    date('2016-12-01T12:00:00Z'),
  ],
  [
    'dateFromString',
    { $dateFromString: { dateString: '2017-02-08T12:10:40.787' } },
    date('2017-02-08T12:10:40.787Z'),
  ],
  [
    'dateFromString',
    { $dateFromString: { dateString: '2017-02-08T12:10:40.787', timezone: 'America/New_York' } },
    date('2017-02-08T17:10:40.787Z'),
  ],
  ['dateFromString', { $dateFromString: { dateString: '2017-02-08' } }, date('2017-02-08T00:00:00Z')],
  [
    'dateFromString',
    { $dateFromString: { dateString: '06-15-2018', format: '%m-%d-%Y' } },
    date('2018-06-15T00:00:00Z'),
  ],
  [
    'dateFromString',
    { $dateFromString: { dateString: '15-06-2018', format: '%d-%m-%Y' } },
    date('2018-06-15T00:00:00Z'),
  ],
  [
    'dateFromString',
    { $dateFromString: { dateString: '$date', timezone: '$zone' } },
    date('2017-02-08T22:05:02.055Z'),
    { date: '2017-02-09T03:35:02.055', zone: '+0530' },
  ],
  [
    'dateFromString',
    { $dateFromString: { dateString: '20177-02-09T03:35:02.055', onError: 'as it was' } },
    'as it was',
  ],
  [
    'dateFromString',
    { $dateFromString: { dateString: null, onNull: date('1970-01-01') } },
    date('1970-01-01'),
  ],
  ['dateToString', { $dateToString: { format: '%Y-%m-%d', date: '$date' } }, '2014-01-01', SALE],
  [
    'dateToString',
    { $dateToString: { format: '%H:%M:%S:%L%z', date: '$date', timezone: 'America/New_York' } },
    '03:15:39:736-0500',
    SALE,
  ],
  [
    'dateToString',
    { $dateToString: { format: '%H:%M:%S:%L%z', date: '$date', timezone: '+04:30' } },
    '12:45:39:736+0430',
    SALE,
  ],
  [
    'dateToString',
    { $dateToString: { format: '%Z', date: '$date', timezone: 'America/New_York' } },
    '-300',
    SALE,
  ],
  ['dateToString', { $dateToString: { format: '%Z', date: '$date', timezone: '+04:30' } }, '270', SALE],
];

export const DATE_ERRORS: readonly ExpressionError[] = [
  ['isoWeek', { $isoWeek: '2009-04-09' }],
  ['dayOfYear', { $dayOfYear: 'March 28, 1976' }],
  [
    'dateFromString',
    { $dateFromString: { dateString: '2017-02-08T12:10:40.787Z', timezone: 'America/New_York' } },
  ],
  ['dateFromParts', { $dateFromParts: { year: 2017, isoWeek: 6 } }],
  ['dateFromParts', { $dateFromParts: { year: 0 } }],
];
