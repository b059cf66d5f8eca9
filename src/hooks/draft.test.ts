import { Draft } from './draft';

interface Words {
  readonly text: string;
  readonly photos: readonly string[];
}
const blank: Words = { text: '', photos: [] };

/** A phone's memory of one draft. */
function stage() {
  let kept: Words | undefined;
  const open = () =>
    new Draft<Words>(kept ?? blank, {
      keep: (value) => {
        kept = value;
      },
      forget: () => {
        kept = undefined;
      },
    });
  return { open, kept: () => kept };
}

test('what is written is there when the page is opened again', () => {
  const { open } = stage();
  open().change({ text: '厨房漏水' });
  expect(open().value).toEqual({ text: '厨房漏水', photos: [] });
});

test('a photo that arrives while a report is sent does not bring its words into the next one', () => {
  const { open, kept } = stage();
  const first = open();
  first.change({ text: '厨房漏水' });
  first.handOver();
  first.change({ photos: ['cloud://e/a'] });
  expect(kept()).toBeUndefined();
  expect(open().value).toEqual(blank);
  expect(first.value).toEqual({ text: '厨房漏水', photos: ['cloud://e/a'] });
});

test('what comes back refused is kept again, with what arrived meanwhile', () => {
  const { open } = stage();
  const first = open();
  first.change({ text: '厨房漏水' });
  first.handOver();
  first.change({ photos: ['cloud://e/a'] });
  first.comeBack();
  expect(open().value).toEqual({ text: '厨房漏水', photos: ['cloud://e/a'] });
  first.change({ text: '厨房水管漏水' });
  expect(open().value.text).toBe('厨房水管漏水');
});
