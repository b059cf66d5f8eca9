import { stylesOf } from './animation';

const option = {
  transformOrigin: '50% 50% 0',
  transition: { delay: 0, duration: 0, timingFunction: 'linear' },
};

test('transforms of one step become one, in the order they were called', () => {
  const animates = [
    { type: 'translate', args: [10, 20] },
    { type: 'rotate', args: [45] },
    { type: 'scale', args: [2, 2] },
    { type: 'translateX', args: [5] },
  ];
  expect(stylesOf({ animates, option })).toEqual({
    transform: 'translate(10px, 20px) rotate(45deg) scale(2, 2) translateX(5px)',
  });
});

test('other properties keep their names', () => {
  const animates = [
    { type: 'style', args: ['opacity', 0.5] },
    { type: 'style', args: ['background-color', 'red'] },
  ];
  expect(stylesOf({ animates, option })).toEqual({ opacity: '0.5', 'background-color': 'red' });
});
