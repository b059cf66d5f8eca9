import { checkFault } from './faultPoints';

test.each([
  ['admin.database.getDocument', 'latency'],
  ['database.commitTransaction', 'conflict'],
  ['function.api', 'crash'],
  ['function.*', 'cold'],
  ['*', 'error'],
  ['pay.*', 'lost'],
  ['*.notice', 'duplicate'],
  ['p*y.*Order', 'paid-early'],
])('a fault at %s of kind %s can strike', (point, kind) => {
  expect(() => checkFault({ point, kind })).not.toThrow();
});

test.each([
  ['pay.notices', 'lost', 'point'],
  ['functions.api', 'error', 'point'],
  ['timer', 'twice', 'point'],
  ['pay.query', 'explode', 'kind'],
  ['pay.notice', 'error', 'kind'],
  ['function.*', 'conflict', 'kind'],
  ['*', 'explode', 'kind'],
])('a fault at %s of kind %s never strikes and is refused by its %s', (point, kind, mistake) => {
  expect(() => checkFault({ point, kind })).toThrow(
    expect.objectContaining({ code: 'INVALID_PARAM', message: expect.stringContaining(`${mistake}: `) }),
  );
});
