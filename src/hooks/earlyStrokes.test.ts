import { EarlyStrokes } from './earlyStrokes';

function paper() {
  const drawn: string[] = [];
  return {
    drawn,
    begin: (x: number, y: number) => drawn.push(`begin ${x} ${y}`),
    line: (x: number, y: number) => drawn.push(`line ${x} ${y}`),
    clear: () => drawn.push('clear'),
  };
}

test('what was drawn before the canvas was there is drawn on it in the same order, once', () => {
  const early = new EarlyStrokes();
  early.begin(1, 2);
  early.line(3, 4);
  early.begin(5, 6);
  const { drawn, ...pad } = paper();
  early.drawOn(pad);
  early.drawOn(pad);
  expect(drawn).toEqual(['begin 1 2', 'line 3 4', 'begin 5 6']);
});

test('what was cleared before is not drawn', () => {
  const early = new EarlyStrokes();
  early.begin(1, 2);
  early.clear();
  early.begin(5, 6);
  const { drawn, ...pad } = paper();
  early.drawOn(pad);
  expect(drawn).toEqual(['begin 5 6']);
});
