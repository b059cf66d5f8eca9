import { toKeyframe } from './animate';

test('functions of transform become one, with their units; the rest are styles', () => {
  expect(
    toKeyframe({ translate: [10, '50%'], rotate: 45, scale: [2, 1], opacity: 0, backgroundColor: 'red' }),
  ).toEqual({
    transform: 'translate(10px, 50%) rotate(45deg) scale(2, 1)',
    opacity: '0',
    backgroundColor: 'red',
  });
  expect(toKeyframe({ rotate3d: [1, 0, 0, 90] })).toEqual({ transform: 'rotate3d(1, 0, 0, 90deg)' });
});

test('offset and ease are those of the browser', () => {
  expect(toKeyframe({ offset: 0.5, ease: 'ease-in', left: '10px' })).toEqual({
    offset: 0.5,
    easing: 'ease-in',
    left: '10px',
  });
});
