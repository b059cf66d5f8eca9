import { type Move, moves } from '../life';
import { actions } from './can';

/** Every move that an action makes, with every person the table lets make it; what our own functions do needs no action. */
const made = new Set(Object.values(actions).flatMap((may) => may.moves ?? []));
const movers = [...made].flatMap((name) =>
  (moves[name] as Move).by.filter((by) => by !== 'system').map((by) => ({ name, by })),
);

test.each(movers)('$name by $by: whom the table lets make a move, an action lets too', ({ name, by }) => {
  const may = Object.values(actions).filter((action) => action.moves?.includes(name));
  expect(may.flatMap((action) => action.by)).toContain(by);
});

test('nobody may ask for an action none of whose moves the table lets them make', () => {
  const idle = Object.entries(actions).flatMap(([action, { moves: names, by }]) =>
    by
      .filter((mover) => names?.every((name) => !(moves[name] as Move).by.includes(mover)))
      .map((mover) => `${action} by ${mover}`),
  );
  expect(idle).toEqual([]);
});
