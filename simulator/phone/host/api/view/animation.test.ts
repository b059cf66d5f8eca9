import { createAnimation } from './animation';

test('each step keeps its own way of going on', () => {
  const animation = createAnimation({ duration: 300, timingFunction: 'ease' });
  animation.translate(10, 0).opacity(0.5).step();
  animation.rotate(90).step({ duration: 50, delay: 20 });
  const { actions } = animation.export();
  expect(actions).toEqual([
    {
      animates: [
        { type: 'translate', args: [10, 0] },
        { type: 'style', args: ['opacity', 0.5] },
      ],
      option: {
        transformOrigin: '50% 50% 0',
        transition: { delay: 0, duration: 300, timingFunction: 'ease' },
      },
    },
    {
      animates: [{ type: 'rotate', args: [90] }],
      option: {
        transformOrigin: '50% 50% 0',
        transition: { delay: 20, duration: 50, timingFunction: 'ease' },
      },
    },
  ]);
});

test('an export empties what has been gathered', () => {
  const animation = createAnimation({});
  animation.scale(2).step();
  expect(animation.export().actions).toHaveLength(1);
  expect(animation.export().actions).toHaveLength(0);
});

test('lengths are pixels unless they say otherwise, and the last word holds', () => {
  const animation = createAnimation({});
  animation.width(10).height('50%').width(20).step();
  const [step] = animation.export().actions as { animates: unknown }[];
  expect(step?.animates).toEqual([
    { type: 'style', args: ['height', '50%'] },
    { type: 'style', args: ['width', '20px'] },
  ]);
});
