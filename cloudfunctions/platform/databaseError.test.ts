import { asDatabaseError, asked, DatabaseError } from './databaseError';

const conflictSentence =
  '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.';

test.each([
  [
    'SDK 4, at the commit',
    Object.assign(new Error(conflictSentence), { code: 'DATABASE_TRANSACTION_CONFLICT' }),
    'conflict',
  ],
  [
    'SDK 3 and 4, on an operation',
    Object.assign(new Error(`document.update:fail -501001 resource system error. ${conflictSentence}`), {
      errCode: -501001,
    }),
    'conflict',
  ],
  ['SDK 2, errMsg alone', { errCode: -501001, errMsg: `document.set:fail ${conflictSentence}` }, 'conflict'],
  [
    'an ended transaction',
    { errCode: -501001, errMsg: '[ResourceUnavailable.TransactionNotExist] gone' },
    'conflict',
  ],
  [
    'a taken id',
    {
      errCode: -502001,
      errMsg: 'collection.add:fail -502001 E11000 duplicate key error collection: tnt-1.a',
    },
    'duplicateKey',
  ],
  ['a missing collection', { errCode: -502005, errMsg: 'Db or Table not exist: a' }, 'noCollection'],
  ['a broken connection', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }), 'noAnswer'],
  ['a time-out', new Error('request timed out: ESOCKETTIMEDOUT'), 'noAnswer'],
  ['a system error', { errCode: -501001, errMsg: 'resource system error' }, 'noAnswer'],
  ['a wrong parameter', { errCode: -1, errMsg: 'document.set:fail parameter error' }, 'other'],
  ['a text', 'no', 'other'],
  ['nothing', undefined, 'other'],
] as const)('%s', (_name, error, kind) => {
  const read = asDatabaseError(error);
  expect(read.kind).toBe(kind);
  expect(asDatabaseError(read)).toBe(read);
  expect(read.cause).toBe(error);
});

test('a failure that was answered instead of thrown is thrown', async () => {
  await expect(
    asked(Promise.resolve({ code: 'DATABASE_TRANSACTION_CONFLICT', message: 'no' })),
  ).rejects.toMatchObject({
    kind: 'conflict',
  });
  await expect(asked(Promise.resolve({ errCode: -502005, errMsg: 'no' }))).rejects.toBeInstanceOf(
    DatabaseError,
  );
  await expect(asked(Promise.resolve({ errCode: 0, data: 1 }))).resolves.toMatchObject({ data: 1 });
});
