// Every way a function can end badly, by name.
const ways = {
  throw: () => {
    throw new TypeError('the meter is broken');
  },
  reject: () => Promise.reject(new Error('rejected on purpose')),
  throwText: () => {
    throw 'only a text';
  },
  crash: () => process.exit(3),
  hang: () => new Promise(() => {}),
  spin: () => {
    for (;;);
  },
  strayRejection: async () => {
    Promise.reject(new Error('nobody awaits me'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { survived: true };
  },
  big: ({ size }) => 'x'.repeat(size),
  circular: () => {
    const self = {};
    self.self = self;
    return self;
  },
  nothing: () => undefined,
  null: () => null,
  number: () => 42,
  text: () => 'plain',
  date: () => new Date(0),
  missing: () => ({ kept: 1, dropped: undefined }),
  print: () => {
    console.log('first line', { n: 1 });
    console.error('second line');
    return 'printed';
  },
};

exports.main = async (event) => ways[event.way](event);
